import { type CustomerColumn, type CustomerRow, customerRow } from '#domain/customers/customer-row.ts'
import { countMistake, headerMistakes, type Mistake, quoteMistake, valueMistake } from './mistakes.ts'
import { separatorOf, splitLine } from './split-line.ts'

/** What a line of a list of customers is: a customer, or a mistake. */
export type CustomerLine = { readonly line: number; readonly row: CustomerRow } | Mistake

type Columns = { readonly separator: string; readonly names: readonly CustomerColumn[] }

const headerIn = (text: string): Columns | readonly string[] => {
  const separator = separatorOf(text)
  const names = (splitLine(text, separator) ?? []).map((name) => name.trim().toLowerCase())
  const mistakes = headerMistakes(names)
  return mistakes.length > 0 ? mistakes : { separator, names: names as readonly CustomerColumn[] }
}

const lineIn = (text: string, line: number, { separator, names }: Columns): CustomerLine => {
  const values = splitLine(text, separator)
  if (!values) return { line, message: quoteMistake }
  if (values.length !== names.length) return { line, message: countMistake(values.length, names.length) }
  const read = customerRow(Object.fromEntries(names.map((name, i) => [name, values[i] ?? ''])))
  return 'row' in read ? { line, row: read.row } : { line, message: valueMistake(read.problem, read.column) }
}

/**
 * Reads a list of customers as it comes, one line in memory at a time: separated by commas, semicolons or tabs, with or
 * without quotes and a byte order mark. Ends after a first line that does not name the columns.
 */
export async function* readCustomers(lines: AsyncIterable<string>): AsyncGenerator<CustomerLine> {
  let columns: Columns | undefined
  let line = 0
  for await (const given of lines) {
    line += 1
    const text = line === 1 ? given.replace(/^\uFEFF/, '') : given
    if (text.trim() === '') continue
    if (columns) {
      yield lineIn(text, line, columns)
      continue
    }
    const header = headerIn(text)
    if (!('names' in header)) {
      for (const message of header) yield { line, message }
      return
    }
    columns = header
  }
  if (!columns) yield { line: 1, message: 'the file is empty: its first line must name the columns, like key,name.' }
}
