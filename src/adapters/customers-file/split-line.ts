/** The separators between values that spreadsheets write. */
const separators = [',', ';', '\t'] as const

/** The separator of a list, by its first line: the one that stands in it most often outside of quotes. */
export const separatorOf = (header: string): string => {
  const bare = header.replaceAll(/"(?:[^"]|"")*"/g, '')
  const count = (separator: string): number => bare.split(separator).length
  return separators.toSorted((a, b) => count(b) - count(a))[0] ?? ','
}

/** A value in quotes or without them, and the separator behind it, from where the last one ended. */
const valueAt = (separator: string): RegExp => {
  const sign = separator === '\t' ? '\\t' : separator
  return new RegExp(`[^\\S${sign}]*(?:"((?:[^"]|"")*)"[^\\S${sign}]*|([^"${sign}]*))(${sign}|$)`, 'y')
}

/** The values of a line; undefined when a quote in it is not closed, or stands inside of a value without quotes. */
export const splitLine = (line: string, separator: string): readonly string[] | undefined => {
  const next = valueAt(separator)
  const values: string[] = []
  for (;;) {
    const found = next.exec(line)
    if (!found) return undefined
    const [, quoted, bare = '', end] = found
    values.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'))
    if (end === '') return values
  }
}
