import { elementsOf } from '../../block-kit/state.ts'
import type { Block, StateValue } from '../../block-kit/types.ts'
import type { Message, Reaction, View } from '../../world/types.ts'
import type { World } from '../../world/world.ts'
import { personName } from './mrkdwn.ts'
import { elementLabel, readMessage, readText, readView } from './visible-text.ts'

/** A message as a person sees it at one moment. */
export type SeenMessage = {
  channel: string
  ts: string
  threadTs: string | undefined
  user: string
  from: string
  /** The fallback text as it was sent. */
  text: string
  /** Everything a reader sees. */
  visible: string
  buttons: string[]
  blocks: Block[]
  metadata: Message['metadata']
  reactions: Reaction[]
  edited: boolean
  onlyForYou: boolean
}

type SeenField = {
  label: string
  blockId: string
  actionId: string
  optional: boolean
  state: StateValue | undefined
  error: string | undefined
}

/** A modal or home tab as a person sees it at one moment. */
export type SeenView = {
  viewId: string
  title: string
  visible: string
  buttons: string[]
  fields: SeenField[]
  /** Errors at fields, by label. */
  errors: { [label: string]: string }
  /** Slack's own complaint about the whole modal, if any. */
  failure: string | undefined
  callbackId: string
  privateMetadata: string
  submit: string | undefined
  blocks: Block[]
}

export function seeMessage(world: World, message: Message): SeenMessage {
  const blocks = message.blocks ?? []
  return structuredClone({
    channel: message.channel,
    ts: message.ts,
    threadTs: message.threadTs,
    user: message.user,
    from: personName(world, message.user),
    text: message.text,
    visible: readMessage(world, message),
    buttons: buttonTexts(world, blocks),
    blocks,
    metadata: message.metadata,
    reactions: message.reactions,
    edited: message.edited !== undefined,
    onlyForYou: message.onlyFor !== undefined,
  })
}

export function seeView(world: World, view: View): SeenView {
  const { content } = view
  const fields = content.blocks.flatMap((block) => seeField(world, view, block))
  const errors = fields.flatMap((field) => (field.error ? [[field.label, field.error]] : []))
  return structuredClone({
    viewId: view.id,
    title: content.title?.text ?? '',
    visible: readView(world, view),
    buttons: buttonTexts(world, content.blocks),
    fields,
    errors: Object.fromEntries(errors),
    failure: view.errors[''],
    callbackId: content.callback_id ?? '',
    privateMetadata: content.private_metadata ?? '',
    submit: content.submit?.text,
    blocks: content.blocks,
  })
}

function seeField(world: World, view: View, block: Block): SeenField[] {
  if (block.type !== 'input' || !block.element) return []
  const actionId = block.element.action_id
  const state = view.values[block.block_id]?.[actionId]
  const label = readText(world, block.label)
  const optional = block.optional ?? false
  return [{ label, blockId: block.block_id, actionId, optional, state, error: view.errors[block.block_id] }]
}

function buttonTexts(world: World, blocks: Block[]): string[] {
  const buttons = blocks.flatMap(elementsOf).filter((element) => element.type === 'button')
  return buttons.map((button) => elementLabel(world, button))
}
