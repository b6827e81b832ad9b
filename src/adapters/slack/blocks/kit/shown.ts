import type { HomeView, KnownBlock } from '@slack/types'
import { limits } from './limits.ts'
import { clean, escapedWithin } from './text.ts'

/** A part of what Slack shows: its blocks, and the same as plain text, not yet escaped. */
export type Shown = { readonly blocks: readonly KnownBlock[]; readonly text: string }

export type Rendered = { text: string; blocks: KnownBlock[] }

type MaybeShown = Shown | false | undefined

const present = (parts: readonly MaybeShown[]): readonly Shown[] =>
  parts.filter((part) => part !== undefined && part !== false)

/** Several parts as one. */
export const together = (...parts: readonly MaybeShown[]): Shown => ({
  blocks: present(parts).flatMap((part) => part.blocks),
  text: present(parts)
    .map((part) => part.text)
    .filter((text) => text !== '')
    .join('\n'),
})

/** A message: blocks within Slack's number, and the text that notifications and screen readers take instead. */
export const message = (...parts: readonly MaybeShown[]): Rendered => {
  const { blocks, text } = together(...parts)
  return { text: escapedWithin(clean(text), limits.fallback), blocks: blocks.slice(0, limits.messageBlocks) }
}

/** A home tab; `memory` comes back with every press in it. */
export const home = (memory: string | undefined, ...parts: readonly MaybeShown[]): HomeView => ({
  type: 'home',
  ...(memory === undefined ? {} : { private_metadata: memory }),
  blocks: together(...parts).blocks.slice(0, limits.viewBlocks),
})
