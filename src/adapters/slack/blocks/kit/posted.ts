import type { KnownBlock } from '@slack/types'
import { limits } from './limits.ts'
import type { Rendered } from './shown.ts'
import { shortened } from './text.ts'

/** To how many characters each text is cut, step by step, while all of them together are too many. */
const widths = [2000, 1000, 500, 250, 120]

const isTooLong = (blocks: readonly KnownBlock[]): boolean => JSON.stringify(blocks).length > limits.posted

const isText = (value: unknown): value is { readonly text: string } =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'text'

const narrowed = (blocks: readonly KnownBlock[], width: number): KnownBlock[] =>
  JSON.parse(JSON.stringify(blocks), (_, value: unknown) =>
    isText(value) ? { ...value, text: shortened(value.text, width) } : value,
  )

/**
 * A message that is posted, not an answer: Slack refuses one (`msg_blocks_too_long`) whose blocks are too long together,
 * however short each of them is. Its longest texts are cut first, and no more than has to be.
 */
export const posted = ({ text, blocks }: Rendered): Rendered => ({
  text,
  blocks: widths.reduce((said, width) => (isTooLong(said) ? narrowed(blocks, width) : said), blocks),
})
