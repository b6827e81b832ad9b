import { type Mistake, mostMistakes } from './mistakes.ts'

const counted = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`

/** Mistakes of a file, a line each, in the order of the file; `more` counts those that are not named. */
export const mistakesSaid = (file: string, mistakes: readonly Mistake[], more: number): string => {
  const named = mistakes.slice(0, mostMistakes).map(({ line, message }) => `  line ${line}: ${message}`)
  const left = more > 0 ? [`  and ${counted(more, 'more mistake')}`] : []
  return [`Nothing was changed, because of what stands in ${file}:`, ...named, ...left].join('\n')
}

type Counts = { readonly added: number; readonly changed: number; readonly lines: number }

/** What a list did, or would do. */
export const outcomeSaid = (file: string, { added, changed, lines }: Counts, dry: boolean): string => {
  const same = lines - added - changed
  const counts = `${counted(lines, 'customer')} in ${file}: ${added.toLocaleString('en')} new, ${changed.toLocaleString('en')} changed, ${same.toLocaleString('en')} the same.`
  if (lines > 0 && same === lines) return `${counts} Nothing to change.`
  return dry ? `${counts}\nNothing was changed. To do it: npm run council -- customers ${file}` : counts
}

/** A region of the list for which the map has no cell. */
export const strangeRegion = (region: string, line: number, customers: number): string =>
  `Look at this: no cell of the journey map names the region “${region}” (line ${line}, ${counted(customers, 'customer')}). Until one does, the cells without a region answer.`

/** Two lines, or a line and a customer, that contradict each other. */
export const conflictMistake = (conflict: {
  readonly what: 'key' | 'name' | 'taken'
  readonly said: string
  readonly first?: number
  readonly key?: string
}): string =>
  conflict.what === 'taken'
    ? `“${conflict.said}” is the customer with the key ${conflict.key} already: use that key, or another name.`
    : `the ${conflict.what} “${conflict.said}” stands on line ${conflict.first} already: keep one of the two.`
