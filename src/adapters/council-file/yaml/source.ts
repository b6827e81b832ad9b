import { LineCounter, parseDocument } from 'yaml'
import type { Mistake } from '../mistake.ts'
import { syntaxMistakes } from './syntax.ts'
import { type Path, type Place, pathKey, unfold } from './unfold.ts'

const largest = 1_000_000

const nothing = 'The file is empty: write at least a channel, a chair and one department with a lead.'

/** The file as text, lists and sections, and where each of them stands. */
export type Source = {
  readonly value: unknown
  readonly mistakes: readonly Mistake[]
  /** Where a key or list item stands, or the nearest section around it. */
  readonly placeOf: (path: Path) => Place
  /** Every text in the file with its path, in order. */
  readonly texts: readonly { readonly path: Path; readonly text: string; readonly place: Place }[]
}

/** Emoji are written with colons, which YAML takes for keys: quotes of the same length keep every position. */
const quoteEmoji = (text: string): string =>
  text.replaceAll(/(?<=\b(?:flag|claim):[ \t]+):([\p{L}\p{M}\p{N}_+-]+):(?=[ \t]*(?:[,}#\r\n]|$))/gu, "'$1'")

const unreadable = (message: string): Source => ({
  value: undefined,
  mistakes: [{ line: 1, message }],
  placeOf: () => ({ line: 1, column: 1 }),
  texts: [],
})

/**
 * Reads YAML with every scalar kept as the text that was written, so that 9:00, 80% or a +1 emoji mean the same with and
 * without quotes. Never throws.
 */
export const readSource = (text: string): Source => {
  if (text.length > largest) return unreadable('The file is larger than a council can be: 1 MB is the limit.')
  const lines = new LineCounter()
  const position = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  const options = { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, lineCounter: lines } as const
  const document = parseDocument(quoteEmoji(text), options)
  const syntax = syntaxMistakes([...document.errors, ...document.warnings], position)
  if (document.errors.length > 0) return { ...unreadable(''), mistakes: syntax }
  const { value, places, mistakes, texts } = unfold(document, position)
  if (value === undefined && mistakes.length === 0) return unreadable(nothing)
  const placeOf = (path: Path): Place => {
    for (let length = path.length; length > 0; length -= 1) {
      const place = places.get(pathKey(path.slice(0, length)))
      if (place) return place
    }
    return { line: 1, column: 1 }
  }
  return { value, mistakes: [...syntax, ...mistakes], placeOf, texts }
}
