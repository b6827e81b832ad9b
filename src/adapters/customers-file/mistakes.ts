import { type CustomerColumn, customerColumns, longestOf, type RowProblem } from '#domain/customers/customer-row.ts'
import { nearestWord } from '#domain/nearest-word.ts'

/** What is wrong in a list of customers, and on which of its lines; lines count from 1. */
export type Mistake = { readonly line: number; readonly message: string }

/** At most this many mistakes are named; who has more has one cause for most of them. */
export const mostMistakes = 20

const example = 'key,name,tier,region'

/** What a value of a line lacks. */
export const valueMistake = (problem: RowProblem, column: CustomerColumn): string =>
  ({
    key_missing: 'the key is missing: it is how the customer is recognised when the name changes.',
    name_missing: 'the name is missing.',
    too_long: `the ${column} is longer than ${longestOf[column]} characters: shorten it.`,
    unprintable: `the ${column} holds characters that cannot be read: save the file as “CSV UTF-8”.`,
  })[problem]

export const quoteMistake =
  'a quotation mark is not closed, or stands in a value without quotes: write "Kai ""Sea"" Ltd" for Kai "Sea" Ltd.'

/** A line with other values than the first line has columns. */
export const countMistake = (found: number, expected: number): string =>
  `${found === 1 ? '1 value' : `${found} values`} where the first line names ${expected} columns: is a separator or a quotation mark missing?`

/** What is wrong with the names of the columns; empty when nothing is. */
export const headerMistakes = (names: readonly string[]): readonly string[] => {
  const known: readonly string[] = customerColumns
  const missing = ['key', 'name'].filter((name) => !names.includes(name))
  if (missing.length === 2) return [`the first line must name the columns, like ${example}.`]
  const strange = names.filter((name) => !known.includes(name))
  const twice = names.filter((name, i) => known.includes(name) && names.indexOf(name) !== i)
  return [
    ...missing.map((name) => `the first line names no column ${name}: it must, like ${example}.`),
    ...strange.map((name) => {
      const near = nearestWord(name, known)
      const advice =
        near === undefined ? 'only key, name, tier and region are read: remove it.' : `did you mean ${near}?`
      return `“${name.slice(0, 60)}” is no column of a list of customers: ${advice}`
    }),
    ...twice.map((name) => `the column ${name} is named twice: keep one of them.`),
  ]
}
