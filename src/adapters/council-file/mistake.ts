/** Something in the file that must be put right: where (both count from 1), and a sentence that says what to do. */
export type Mistake = { readonly line: number; readonly column?: number; readonly message: string }

/** In the order of the file, each line's sentence once. */
export const inOrder = (mistakes: readonly Mistake[]): readonly Mistake[] => {
  const seen = new Set<string>()
  const once = mistakes.filter(({ line, message }) => {
    const key = `${line} ${message}`
    return seen.has(key) ? false : seen.add(key)
  })
  return once.toSorted((a, b) => a.line - b.line || (a.column ?? 0) - (b.column ?? 0))
}

/** A value as it may stand inside a sentence: in quotation marks, on one line and short. */
export const quoted = (text: string): string => {
  const line = text.replaceAll(/\s+/gu, ' ').trim()
  return `“${line.length > 40 ? `${line.slice(0, 39)}…` : line}”`
}
