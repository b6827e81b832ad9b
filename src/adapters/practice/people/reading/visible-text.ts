import { elementsOf } from '../../block-kit/state.ts'
import type { Block, Element, StateValues, Text } from '../../block-kit/types.ts'
import { isJson, type Json } from '../../json.ts'
import type { Message, View } from '../../world/types.ts'
import type { World } from '../../world/world.ts'
import { personName, readMrkdwn, unescapeText } from './mrkdwn.ts'
import { shownValue } from './shown-value.ts'

/** What a reader sees of a text object. */
export function readText(world: World, text: Text | string | undefined): string {
  if (text === undefined) return ''
  if (typeof text === 'string') return text
  return text.type === 'mrkdwn' ? readMrkdwn(world, text.text) : unescapeText(text.text)
}

/** What a reader sees of blocks, as lines of plain text; buttons stand in brackets. */
export function readBlocks(world: World, blocks: Block[], values: StateValues = {}): string {
  return blocks
    .map((block) => readBlock(world, block, values))
    .filter(Boolean)
    .join('\n')
}

/** What a reader sees of a message: its blocks, or its text where it has none. */
export function readMessage(world: World, message: Message): string {
  const body = message.blocks?.length
    ? readBlocks(world, message.blocks, message.values)
    : readMrkdwn(world, message.text)
  const files = (message.files ?? []).map((id) => `[file ${world.files.get(id)?.title ?? id}]`)
  const attachments = (message.attachments ?? []).map((attachment) =>
    Array.isArray(attachment.blocks)
      ? readBlocks(world, attachment.blocks as Block[])
      : readMrkdwn(world, String(attachment.text ?? attachment.fallback ?? '')),
  )
  return [body, ...attachments, ...files].filter(Boolean).join('\n')
}

/** What a reader sees of a modal or home tab. */
export function readView(world: World, view: View): string {
  const { title, submit, close, blocks } = view.content
  const buttons = [close, submit].filter((button) => button !== undefined).map((button) => `[${button.text}]`)
  return [title?.text ?? '', readBlocks(world, blocks, view.values), buttons.join(' ')].filter(Boolean).join('\n')
}

function readBlock(world: World, block: Block, values: StateValues): string {
  if (block.type === 'rich_text') return readRich(world, block.elements ?? [])
  if (block.type === 'table') return readTable(world, block)
  if (block.type === 'divider') return '---'
  if (block.type === 'image')
    return [readText(world, block.title as Text | undefined), block.alt_text].filter(Boolean).join(': ')
  if (block.type === 'context') return (block.elements ?? []).map((part) => readPart(world, part)).join(' ')
  if (block.type === 'input') {
    const hint = block.hint ? ` (${readText(world, block.hint)})` : ''
    return `${readText(world, block.label)}${block.optional ? ' (optional)' : ''}:${hint} ${readElements(world, block, values)}`
  }
  const fields = (block.fields ?? []).map((field) => readText(world, field))
  return [readText(world, block.text), ...fields, readElements(world, block, values)].filter(Boolean).join('\n')
}

function readElements(world: World, block: Block, values: StateValues): string {
  return elementsOf(block)
    .map((element) => {
      const chosen = shownValue(world, values[block.block_id]?.[element.action_id])
      return `[${chosen || elementLabel(world, element)}]`
    })
    .join(' ')
}

/** The words on an element: a button's text, a menu's chosen option or placeholder. */
export function elementLabel(world: World, element: Element): string {
  if (element.type === 'button') return readText(world, element.text)
  if (element.type === 'overflow') return '…'
  const initial = element.initial_option
  if (isJson(initial)) return readText(world, initial.text as Text)
  return readText(world, element.placeholder) || element.type
}

function readPart(world: World, part: Json): string {
  return part.type === 'image' ? String(part.alt_text ?? '') : readText(world, part as unknown as Text)
}

function readTable(world: World, block: Block): string {
  const rows = Array.isArray(block.rows) ? (block.rows as Json[][]) : []
  const cell = (part: Json) =>
    part.type === 'rich_text' ? readRich(world, part.elements as Json[]) : String(part.text ?? part.value ?? '')
  return rows.map((row) => row.map(cell).join(' | ')).join('\n')
}

/** What a reader sees of rich_text parts. */
function readRich(world: World, parts: Json[]): string {
  return parts
    .map((part) => {
      const inner = Array.isArray(part.elements) ? (part.elements as Json[]) : []
      if (part.type !== 'rich_text_list') return inner.map((piece) => readInline(world, piece)).join('')
      return inner
        .map((item, index) => `${part.style === 'ordered' ? `${index + 1}.` : '•'} ${readRich(world, [item])}`)
        .join('\n')
    })
    .join('\n')
}

function readInline(world: World, piece: Json): string {
  switch (piece.type) {
    case 'user':
      return `@${personName(world, String(piece.user_id))}`
    case 'channel':
      return `#${world.channels.get(String(piece.channel_id))?.name ?? piece.channel_id}`
    case 'emoji':
      return `:${piece.name}:`
    case 'link':
      return String(piece.text ?? piece.url)
    case 'broadcast':
      return `@${piece.range}`
    case 'date':
      return String(piece.fallback ?? piece.timestamp)
    default:
      return String(piece.text ?? piece.value ?? '')
  }
}
