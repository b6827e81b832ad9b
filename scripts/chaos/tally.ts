/** How a count begins that must not be there at all. */
export const brokenAnswer = 'broken answer'

/** Counts by name. */
export type Tally = ReturnType<typeof createTally>

export const createTally = () => {
  const counts = new Map<string, number>()
  return {
    add: (name: string, by = 1): void => void counts.set(name, (counts.get(name) ?? 0) + by),
    counts: (): Record<string, number> => Object.fromEntries([...counts].toSorted(([, one], [, other]) => other - one)),
    total: (): number => [...counts.values()].reduce((sum, count) => sum + count, 0),
  }
}
