import { isJson, type Json } from '../json.ts'
import { newBlockId } from '../world/ids.ts'
import type { Block } from './types.ts'

const PASSIVE = new Set(['image', 'plain_text', 'mrkdwn', 'raw_text', 'raw_number', 'rich_text'])

/** Blocks as Slack keeps them: ids where none were sent, `emoji` and `verbatim` spelled out. */
export function normaliseBlocks(blocks: Json[]): Block[] {
  return blocks.map((block) => {
    const kept = spellOut(block) as Block
    kept.block_id ??= newBlockId()
    const elements = block.type === 'context' || block.type === 'rich_text' ? [] : (kept.elements ?? [])
    for (const element of [kept.element, kept.accessory, ...elements]) {
      if (element && !PASSIVE.has(String(element.type))) element.action_id ??= newBlockId()
    }
    return kept
  })
}

/** A deep copy without empty properties, with what Slack adds to text objects. */
export function spellOut(value: Json): Json {
  const copy: Json = {}
  for (const [key, inner] of Object.entries(value)) {
    if (inner !== undefined && inner !== null) copy[key] = spellOutAny(inner)
  }
  if (value.type === 'plain_text') copy.emoji ??= true
  if (value.type === 'mrkdwn') copy.verbatim ??= false
  return copy
}

function spellOutAny(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(spellOutAny)
  return isJson(value) ? spellOut(value) : value
}
