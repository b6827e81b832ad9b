import { randomUUID } from 'node:crypto'
import type { AppAnswer } from '../deliveries/deliver.ts'
import { emitEvent } from '../deliveries/events.ts'
import { addMessage, findMessage, renderMessage } from '../world/messages.ts'
import type { Person } from '../world/people.ts'
import type { Channel, Message } from '../world/types.ts'
import type { World } from '../world/world.ts'
import { composeTyped } from './typed-text.ts'

type Told = Promise<AppAnswer | undefined>

/** Posts what a person typed; a mention of the bot reaches the app where the bot is a member. */
export async function postTyped(
  world: World,
  person: Person,
  channel: Channel,
  typed: string,
  thread?: string,
): Promise<{ message: Message; told: AppAnswer | undefined }> {
  if (!channel.members.has(person.id)) throw new Error(`${person.realName} is not in #${channel.name}`)
  if (channel.isArchived) throw new Error(`#${channel.name} is archived`)
  const parent = thread === undefined ? undefined : findMessage(world, channel.id, thread)
  if (thread !== undefined && !parent) throw new Error(`there is no message ${thread} to answer`)
  const { text, blocks, mentions } = composeTyped(world, typed)
  const message = addMessage(world, {
    channel: channel.id,
    user: person.id,
    text,
    blocks,
    clientMsgId: randomUUID(),
    ...(parent ? { threadTs: parent.threadTs ?? parent.ts } : {}),
    ...(person.botId ? { botId: person.botId, appId: `A${person.id.slice(1)}` } : {}),
  })
  const heard = mentions.includes(world.bot.id) && channel.members.has(world.bot.id) && channel.kind !== 'im'
  if (!heard) return { message, told: undefined }
  const origin = person.isStranger ? { user_team: person.teamId, source_team: person.teamId } : {}
  const event = {
    ...renderMessage(world, message),
    ...origin,
    type: 'app_mention',
    channel: channel.id,
    event_ts: message.ts,
  }
  return { message, told: await emitEvent(world, event, channel.id) }
}

const LETTER = { public: 'C', private: 'G', im: 'D', mpim: 'G' } as const

/** Brings a person (or the bot) into a channel. */
export async function joinChannel(world: World, channel: Channel, user: string, inviter?: string): Told {
  if (channel.members.has(user)) return undefined
  channel.members.add(user)
  world.changes.announce()
  return tellMembership(world, 'member_joined_channel', channel, user, inviter)
}

/** Takes a person out of a channel. The bot hears it while it is a member itself. */
export async function leaveChannel(world: World, channel: Channel, user: string): Told {
  if (!channel.members.delete(user)) return undefined
  world.changes.announce()
  return tellMembership(world, 'member_left_channel', channel, user)
}

async function tellMembership(world: World, type: string, channel: Channel, user: string, inviter?: string): Told {
  if (!channel.members.has(world.bot.id)) return undefined
  const team = world.people.get(user)?.teamId ?? world.options.team.id
  const event = {
    type,
    user,
    channel: channel.id,
    channel_type: LETTER[channel.kind],
    team,
    ...(inviter ? { inviter } : {}),
    event_ts: world.nextTs(),
  }
  return emitEvent(world, event, channel.id)
}

/** Archives a channel. */
export async function archiveChannel(world: World, channel: Channel, user: string): Told {
  channel.isArchived = true
  world.changes.announce()
  if (channel.kind !== 'public' && !channel.members.has(world.bot.id)) return undefined
  const type = channel.kind === 'public' ? 'channel_archive' : 'group_archive'
  return emitEvent(world, { type, channel: channel.id, user, is_moved: 0, event_ts: world.nextTs() }, channel.id)
}

/** Gives a channel a new name. */
export async function renameChannel(world: World, channel: Channel, name: string): Told {
  channel.name = name
  world.changes.announce()
  if (channel.kind !== 'public' && !channel.members.has(world.bot.id)) return undefined
  const isPublic = channel.kind === 'public'
  const described = {
    id: channel.id,
    is_channel: true,
    is_mpim: false,
    name,
    name_normalized: name,
    created: channel.created,
  }
  const event = { type: isPublic ? 'channel_rename' : 'group_rename', channel: described, event_ts: world.nextTs() }
  return emitEvent(world, event, channel.id)
}
