import { initialValues } from '../block-kit/state.ts'
import type { Json } from '../json.ts'
import { renderFile } from './files.ts'
import type { Message } from './types.ts'
import { remember } from './upkeep/remember.ts'
import type { World } from './world.ts'

export type NewMessage = Omit<Message, 'ts' | 'reactions' | 'values'>

/** Puts a message into its channel. */
export function addMessage(world: World, draft: NewMessage): Message {
  const message: Message = { ...draft, ts: world.nextTs(), reactions: [], values: initialValues(draft.blocks ?? []) }
  const list = world.messages.get(draft.channel) ?? []
  list.push(message)
  world.messages.set(draft.channel, list)
  world.changes.announce()
  return message
}

/** Shows a message to one person only. */
export function addEphemeral(world: World, draft: NewMessage & { onlyFor: string }): Message {
  const message: Message = { ...draft, ts: world.nextTs(), reactions: [], values: initialValues(draft.blocks ?? []) }
  remember(world, world.ephemerals, message)
  world.changes.announce()
  return message
}

/** The messages of a channel that have not been deleted, oldest first. */
export function messagesIn(world: World, channel: string): Message[] {
  return (world.messages.get(channel) ?? []).filter((message) => !message.deleted)
}

export function findMessage(world: World, channel: string, ts: string): Message | undefined {
  return messagesIn(world, channel).find((message) => message.ts === ts)
}

export function repliesTo(world: World, channel: string, ts: string): Message[] {
  return messagesIn(world, channel).filter((message) => message.threadTs === ts && message.ts !== ts)
}

/** Adds the fields common to everything the bot writes. */
export function byBot(world: World): { user: string; botId: string; appId: string } {
  return { user: world.bot.id, botId: world.bot.botId, appId: world.options.appId }
}

/** A message as the Web API and the payloads show it. */
export function renderMessage(world: World, message: Message, options: { metadata?: boolean } = {}): Json {
  const team = world.people.get(message.user)?.teamId ?? world.options.team.id
  return {
    ...(message.user ? { user: message.user } : {}),
    type: 'message',
    ts: message.ts,
    ...(message.clientMsgId ? { client_msg_id: message.clientMsgId } : {}),
    ...(message.broadcast ? { subtype: 'thread_broadcast' } : {}),
    ...(message.botId
      ? { bot_id: message.botId, app_id: message.appId, bot_profile: renderBotProfile(world, message) }
      : {}),
    ...(message.username ? { username: message.username } : {}),
    text: message.text,
    team,
    ...(message.edited ? { edited: message.edited } : {}),
    ...(message.metadata && options.metadata ? { metadata: message.metadata } : {}),
    ...(message.attachments?.length ? { attachments: message.attachments } : {}),
    ...(message.blocks?.length ? { blocks: message.blocks } : {}),
    ...(message.files ? { files: message.files.map((id) => renderFile(world, id)), upload: false } : {}),
    ...renderThread(world, message),
    ...(message.reactions.length > 0
      ? { reactions: message.reactions.map((r) => ({ name: r.name, users: [...r.users], count: r.users.length })) }
      : {}),
  }
}

function renderBotProfile(world: World, message: Message): Json {
  const person = world.people.get(message.user)
  return {
    id: message.botId,
    app_id: message.appId,
    name: person?.name ?? world.bot.name,
    icons: {},
    deleted: false,
    updated: person?.updated ?? 0,
    team_id: world.options.team.id,
  }
}

function renderThread(world: World, message: Message): Json {
  if (message.threadTs && message.threadTs !== message.ts) {
    const parent = findMessage(world, message.channel, message.threadTs)
    return { thread_ts: message.threadTs, ...(parent ? { parent_user_id: parent.user } : {}) }
  }
  const replies = message.onlyFor ? [] : repliesTo(world, message.channel, message.ts)
  if (replies.length === 0) return {}
  const users = [...new Set(replies.map((reply) => reply.user))]
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users_count: users.length,
    latest_reply: replies.at(-1)?.ts,
    reply_users: users,
    is_locked: false,
    subscribed: users.includes(world.bot.id) || message.user === world.bot.id,
  }
}
