/** Chance that falls the same way for the same seed. */
export const createChance = (seed: number) => {
  let state = seed >>> 0
  /** From 0 to 1, without 1: mulberry32. */
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    next,
    /** A whole number from 0 on, less than `limit`. */
    below,
    happens: (probability: number): boolean => next() < probability,
    pick: <T>(all: readonly T[]): T | undefined => all[below(all.length)],
    /** One of several, each as often as its weight says. */
    weighted: <T>(all: readonly (readonly [weight: number, value: T])[]): T => {
      let left = next() * all.reduce((sum, [weight]) => sum + weight, 0)
      for (const [weight, value] of all) {
        left -= weight
        if (left < 0) return value
      }
      throw new Error('there is nothing to choose from')
    },
  }
}

export type Chance = ReturnType<typeof createChance>
