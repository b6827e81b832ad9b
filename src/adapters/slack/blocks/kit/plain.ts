import type { Button, ContextBlock, PlainTextElement, SectionBlock } from '@slack/types'
import { limits } from './limits.ts'
import type { Shown } from './shown.ts'
import { clean, escapedWithin, oneLine } from './text.ts'

/** Plain text, escaped and then within its limit; never empty, since Slack refuses that. */
const plain = (text: string, limit: number = limits.text): PlainTextElement => {
  const fitting = escapedWithin(clean(text).trim(), limit)
  return { type: 'plain_text', text: fitting === '' ? '…' : fitting, emoji: true }
}

/** Plain text on one line. */
export const label = (text: string, limit: number): PlainTextElement => plain(oneLine(text), limit)

/** A quiet line in small letters, its pieces set apart with dots. */
export const muted = (...pieces: readonly (string | undefined)[]): Shown => {
  const text = pieces.filter((piece) => piece !== undefined && piece !== '').join(' · ')
  const block: ContextBlock = { type: 'context', elements: [plain(text)] }
  return text === '' ? { blocks: [], text: '' } : { blocks: [block], text }
}

/** A line or two with a button beside them. */
export const item = (text: string, accessory?: Button): Shown => {
  const block: SectionBlock = { type: 'section', text: plain(text), ...(accessory === undefined ? {} : { accessory }) }
  return { blocks: [block], text }
}

/** The title of a part of a page. */
export const heading = (text: string): Shown => ({
  blocks: [{ type: 'header', text: label(text, limits.header) }],
  text,
})

export const divider: Shown = { blocks: [{ type: 'divider' }], text: '' }
