import type { RichTextBlock } from '@slack/types'
import type { PersonId } from '#domain/council.ts'
import { limits } from './limits.ts'
import type { Shown } from './shown.ts'
import { clean, shortened } from './text.ts'

/**
 * A piece of a line: plain, bold, italic, a link, or a person who is pinged by it. Never read as markup: what people
 * typed stays what they typed.
 */
export type Piece =
  | string
  | { readonly bold: string }
  | { readonly italic: string }
  | { readonly link: string; readonly url: string }
  | { readonly ping: PersonId; readonly name: string }

type Inline =
  | { type: 'text'; text: string; style?: { bold?: true; italic?: true } }
  | { type: 'link'; text: string; url: string }
  | { type: 'user'; user_id: string }

/** One part of a text: a line, somebody's words set apart, or a list. */
export type Part =
  | { readonly kind: 'line'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'quote'; readonly words: string; readonly atMost: number }
  | { readonly kind: 'bullets'; readonly items: readonly (readonly Piece[])[] }

/** A line of text. */
export const line = (...pieces: readonly Piece[]): Part => ({ kind: 'line', pieces })

/** Somebody's words, set apart and cut to `atMost` characters. */
export const quote = (words: string, atMost: number = limits.text): Part => ({ kind: 'quote', words, atMost })

export const bullets = (...items: readonly (readonly Piece[])[]): Part => ({ kind: 'bullets', items })

const safeUrl = (url: string): string | undefined => {
  const parsed = URL.parse(url)
  const fits = parsed !== null && ['https:', 'http:'].includes(parsed.protocol) && parsed.href.length <= limits.url
  return fits ? parsed.href : undefined
}

const wordsOf = (piece: Piece): string => {
  if (typeof piece === 'string') return piece
  if ('bold' in piece) return piece.bold
  if ('ping' in piece) return `@${piece.name}`
  return 'italic' in piece ? piece.italic : piece.link
}

const inline = (piece: Piece): readonly Inline[] => {
  const text = shortened(clean(wordsOf(piece)), limits.text)
  if (text === '') return []
  if (typeof piece === 'string') return [{ type: 'text', text }]
  if ('ping' in piece) return [{ type: 'user', user_id: piece.ping }]
  if ('bold' in piece) return [{ type: 'text', text, style: { bold: true } }]
  if ('italic' in piece) return [{ type: 'text', text, style: { italic: true } }]
  const url = safeUrl(piece.url)
  return [url === undefined ? { type: 'text', text } : { type: 'link', text, url }]
}

const section = (pieces: readonly Piece[]) => ({ type: 'rich_text_section' as const, elements: pieces.flatMap(inline) })

const quoted = ({ words, atMost }: { words: string; atMost: number }): string =>
  shortened(clean(words).trim(), Math.min(atMost, limits.text))

const element = (part: Part): RichTextBlock['elements'][number] => {
  if (part.kind === 'line') return section(part.pieces)
  if (part.kind === 'quote') return { type: 'rich_text_quote', elements: [{ type: 'text', text: quoted(part) }] }
  return { type: 'rich_text_list', style: 'bullet', elements: part.items.map(section) }
}

const isEmpty = (part: Part): boolean => {
  if (part.kind === 'quote') return quoted(part) === ''
  if (part.kind === 'line') return part.pieces.every((piece) => clean(wordsOf(piece)).trim() === '')
  return part.items.length === 0
}

const plainly = (part: Part): string => {
  if (part.kind === 'quote') return `"${quoted(part)}"`
  if (part.kind === 'line') return clean(part.pieces.map(wordsOf).join(''))
  return part.items.map((item) => `• ${clean(item.map(wordsOf).join(''))}`).join('\n')
}

/** Lines, quotes and lists that belong together. Empty ones are left out. */
export const text = (...parts: readonly (Part | undefined)[]): Shown => {
  const filled = parts.filter((part) => part !== undefined).filter((part) => !isEmpty(part))
  if (filled.length === 0) return { blocks: [], text: '' }
  return { blocks: [{ type: 'rich_text', elements: filled.map(element) }], text: filled.map(plainly).join('\n') }
}
