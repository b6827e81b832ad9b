import { channelForBot } from '../world/channels.ts'
import { findMessage } from '../world/messages.ts'
import type { Person } from '../world/people.ts'
import type { Channel, ChannelKind, Message } from '../world/types.ts'
import type { World } from '../world/world.ts'
import { SlackError } from './slack-error.ts'

/** The channel under an id as far as the bot can see it. */
export function channelOrRefuse(world: World, id: unknown): Channel {
  const channel = channelForBot(world, String(id))
  if (!channel) throw new SlackError('channel_not_found')
  return channel
}

/** The same, for what only members may do. */
export function joinedChannel(world: World, id: unknown): Channel {
  const channel = channelOrRefuse(world, id)
  if (!channel.members.has(world.bot.id)) throw new SlackError('not_in_channel')
  return channel
}

export function messageOrRefuse(world: World, channel: Channel, ts: unknown): Message {
  const message = findMessage(world, channel.id, String(ts))
  if (!message) throw new SlackError('message_not_found')
  return message
}

export function personOrRefuse(world: World, id: unknown): Person {
  const person = world.people.get(String(id))
  if (!person) throw new SlackError('user_not_found')
  return person
}

const PREFIX: Record<ChannelKind, string> = { public: 'channels', private: 'groups', im: 'im', mpim: 'mpim' }

/** The scope that reading this conversation needs. */
export function scopeFor(channel: { kind: ChannelKind }, what: 'read' | 'history'): string {
  return `${PREFIX[channel.kind]}:${what}`
}
