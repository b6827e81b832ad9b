/** One line of the bench's table; the values of all rounds, `goal` as it is read aloud. */
export type Figure = {
  readonly name: string
  readonly unit: string
  readonly goal: string
  readonly values: readonly number[]
  readonly met: (value: number) => boolean
}

/** The value below which the share `q` of all values lies. */
export const quantile = (values: readonly number[], q: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN
}

const median = (values: readonly number[]): number => quantile(values, 0.5)

const shown = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3))

/** The figures that missed their goal, in words; a median counts. */
export const missed = (figures: readonly Figure[]): readonly string[] =>
  figures
    .filter(({ values, met }) => !met(median(values)))
    .map(({ name, goal, unit, values }) => `${name}: ${shown(median(values))} ${unit}, goal ${goal}`)

/** The figures as a Markdown table: the median of the rounds, and each round beside it. */
export const table = (figures: readonly Figure[]): string =>
  [
    '| What | Goal | Median | Rounds | |',
    '|---|---|---|---|---|',
    ...figures.map(({ name, unit, goal, values, met }) => {
      const rounds = values.map(shown).join(', ')
      return `| ${name} | ${goal} | ${shown(median(values))} ${unit} | ${rounds} | ${met(median(values)) ? 'met' : 'missed'} |`
    }),
  ].join('\n')
