import { mistakeOn } from '../mistake.ts'

/** Hears each row of a file: its values, and the line it begins on. */
export type OnRow = (values: readonly string[], line: number) => void

/** No row is longer than this, in characters; a quotation mark that is never closed makes one that is. */
const longestRow = 1024 * 1024

/** Values from a place of the text on, up to the end of their row; undefined when the row is not complete yet. */
const valuesAt = (text: string, start: number, separator: string, last: boolean) => {
  const values: string[] = []
  let at = start
  for (;;) {
    let value = ''
    if (text[at] === '"') {
      for (;;) {
        const end = text.indexOf('"', at + 1)
        if (end < 0 || (end === text.length - 1 && !last)) return undefined
        value += text.slice(at + 1, end)
        at = end + 1
        if (text[at] !== '"') break
        value += '"'
      }
    }
    const newline = text.indexOf('\n', at)
    const rowEnd = newline < 0 ? text.length : newline
    if (newline < 0 && !last) return undefined
    const comma = text.indexOf(separator, at)
    const end = comma < 0 || comma > rowEnd ? rowEnd : comma
    value += text.slice(at, end === rowEnd && text[end - 1] === '\r' && end > at ? end - 1 : end)
    values.push(value)
    if (end === rowEnd) return { values, next: rowEnd + 1 }
    at = end + 1
  }
}

const newlinesIn = (text: string, from: number, to: number): number => {
  let count = 0
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

/**
 * Takes a file in pieces and gives its rows, each as soon as it is complete, at most one in memory. Values may stand in
 * quotes, and then hold separators, line ends and doubled quotes. Empty lines are passed over. Throws a sentence with the
 * line when a quotation mark is never closed.
 */
export const createRowScanner = (separator: string, onRow: OnRow) => {
  let rest = ''
  let line = 1

  const notClosed = () =>
    mistakeOn(line, 'a quotation mark is not closed. Inside of quotes a mark is written twice: "Kai ""Sea"" Ltd".')

  /** The row that begins at `at`; where the next one begins, or undefined when this one is not complete yet. */
  const rowAt = (text: string, at: number, last: boolean): number | undefined => {
    const newline = text.indexOf('\n', at)
    if (newline < 0 && !last) return undefined
    const end = newline < 0 ? text.length : newline
    const row = text.slice(at, text[end - 1] === '\r' ? Math.max(at, end - 1) : end)
    if (!row.includes('"')) {
      if (row.trim() !== '') onRow(row.split(separator), line)
      line += 1
      return end + 1
    }
    const found = valuesAt(text, at, separator, last)
    if (!found && last) throw notClosed()
    if (!found) return undefined
    onRow(found.values, line)
    line += newlinesIn(text, at, found.next)
    return found.next
  }

  const take = (text: string, last: boolean): void => {
    let at = 0
    while (at < text.length) {
      const next = rowAt(text, at, last)
      if (next === undefined) break
      at = next
    }
    rest = text.slice(at)
    if (rest.length > longestRow) throw notClosed()
  }

  return {
    push: (text: string): void => take(rest + text, false),
    end: (): void => {
      if (rest !== '') take(rest, true)
    },
  }
}

/** The separators between values that spreadsheets and databases write. */
const separators = [',', ';', '\t', '|'] as const

/** The separator of a file, by its first line: the one that stands in it most often outside of quotes. */
export const separatorIn = (text: string): string => {
  const [first = ''] = text.trimStart().split('\n', 1)
  const said = /^sep=(.)\s*$/.exec(first)?.[1]
  if (said !== undefined) return said
  const bare = first.replaceAll(/"(?:[^"]|"")*"/g, '')
  const count = (separator: string): number => bare.split(separator).length
  return separators.toSorted((a, b) => count(b) - count(a))[0] ?? ','
}
