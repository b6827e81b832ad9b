import { normaliseBlocks } from '../block-kit/normalise.ts'
import { checkBlocks } from '../block-kit/surfaces.ts'
import type { Block } from '../block-kit/types.ts'
import { isJson, type Json } from '../json.ts'
import { isProcessed } from '../world/files.ts'
import type { World } from '../world/world.ts'
import { refused, SlackError } from './slack-error.ts'

export type Content = { text: string; blocks?: Block[]; attachments?: Json[] }

/** What a message says, checked as Slack checks it. */
export function readContent(world: World, args: Json): Content {
  const blocks = readBlocks(world, args.blocks)
  const attachments = Array.isArray(args.attachments) ? args.attachments.filter(isJson) : undefined
  if (args.markdown_text !== undefined && (args.text !== undefined || blocks)) {
    throw new SlackError('markdown_text_conflict')
  }
  const text = String(args.text ?? args.markdown_text ?? '')
  return { text, ...(blocks ? { blocks } : {}), ...(attachments ? { attachments } : {}) }
}

/** Refuses a message without anything to read. */
export function needText(content: Content): void {
  if (!content.text.trim() && !content.blocks?.length && !content.attachments?.length) throw new SlackError('no_text')
}

function readBlocks(world: World, blocks: unknown): Block[] | undefined {
  if (blocks === undefined) return undefined
  if (!Array.isArray(blocks)) throw new SlackError('invalid_blocks_format')
  const problems = checkBlocks(blocks, 'message')
  if (problems.length > 0) throw refused('invalid_blocks', problems)
  checkFiles(world, blocks, 'invalid_blocks', '/blocks')
  return normaliseBlocks(blocks)
}

/** Refuses blocks that show a file which does not exist or is still being processed. */
export function checkFiles(
  world: World,
  blocks: Json[],
  code: 'invalid_blocks' | 'invalid_arguments',
  at: string,
): void {
  for (const [index, block] of blocks.entries()) {
    for (const image of [block, block.accessory, ...(Array.isArray(block.elements) ? block.elements : [])]) {
      if (!isJson(image) || !isJson(image.slack_file)) continue
      const { id, url } = image.slack_file
      const file = [...world.files.values()].find((file) => file.id === id || String(url).includes(`/${file.id}/`))
      if (file && isProcessed(world, file)) continue
      throw refused(code, [
        { pointer: `${at}/${index}/slack_file`, message: 'invalid slack file', code: 'invalid_file' },
      ])
    }
  }
}

/** A message's metadata, checked; `undefined` when none was sent. */
export function readMetadata(value: unknown): Json | undefined {
  if (value === undefined || value === '') return undefined
  if (!isJson(value)) throw new SlackError('invalid_metadata_format')
  if (Object.keys(value).length === 0) return value
  const { event_type: type, event_payload: payload, ...rest } = value
  if (typeof type !== 'string' || !isJson(payload)) throw new SlackError('invalid_metadata_schema')
  if (Object.keys(rest).some((key) => key !== 'entities')) throw new SlackError('invalid_metadata_schema')
  if (Buffer.byteLength(JSON.stringify(value)) > 8192) throw new SlackError('metadata_too_large')
  return value
}
