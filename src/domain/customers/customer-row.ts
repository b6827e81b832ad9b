import { longestName } from '../decisions/text.ts'
import { matchName, tidyName } from './match-name.ts'

/** A line of the company's list of customers. */
export type CustomerRow = {
  readonly key: string
  readonly name: string
  /** Undefined where the list has no such column, which changes nothing; empty where a customer has none. */
  readonly tier?: string
  readonly region?: string
}

/** What is wrong with a value, as the code of a sentence. */
export type RowProblem = 'key_missing' | 'name_missing' | 'too_long' | 'unprintable'

export type CustomerColumn = keyof CustomerRow

export const customerColumns = ['key', 'name', 'tier', 'region'] as const satisfies readonly CustomerColumn[]

/** The most characters of each value. */
export const longestOf: Readonly<Record<CustomerColumn, number>> = { key: 60, name: longestName, tier: 40, region: 75 }

/** Control characters, and what stands where bytes were no text. */
const unprintable = /[\p{Cc}\uFFFD\u2028\u2029]/u

/** The row that the values of a line make, or what is wrong with which of them. */
export const customerRow = (
  values: Readonly<Partial<Record<CustomerColumn, string>>>,
): { readonly row: CustomerRow } | { readonly column: CustomerColumn; readonly problem: RowProblem } => {
  for (const column of customerColumns) {
    const value = values[column]
    if (value !== undefined && unprintable.test(value)) return { column, problem: 'unprintable' }
    if (value !== undefined && tidyName(value).length > longestOf[column]) return { column, problem: 'too_long' }
  }
  const [key, name] = [tidyName(values.key ?? ''), tidyName(values.name ?? '')]
  if (key === '') return { column: 'key', problem: 'key_missing' }
  if (matchName(name) === '') return { column: 'name', problem: 'name_missing' }
  return {
    row: {
      key,
      name,
      ...(values.tier === undefined ? {} : { tier: tidyName(values.tier) }),
      ...(values.region === undefined ? {} : { region: tidyName(values.region) }),
    },
  }
}
