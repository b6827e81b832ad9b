import type { Json } from '../json.ts'
import type { Channel, ChannelKind } from './types.ts'
import type { World } from './world.ts'

/** The direct conversation of two or more people, made when it does not exist yet. Its id is the same after a restart. */
export function directChannel(world: World, users: string[]): { channel: Channel; isNew: boolean } {
  const sorted = [...new Set(users)].sort()
  const others = sorted.filter((id) => id !== world.bot.id)
  const id = `${sorted.length > 2 ? 'G' : 'D'}${others.map((user) => user.slice(1)).join('')}`
  const known = world.channels.get(id)
  if (known) return { channel: known, isNew: false }
  const channel: Channel = {
    id,
    name: sorted.length > 2 ? `mpdm-${others.map((user) => world.people.get(user)?.name).join('--')}-1` : '',
    kind: sorted.length > 2 ? 'mpim' : 'im',
    isArchived: false,
    isGeneral: false,
    sharedWith: [],
    topic: '',
    members: new Set(sorted),
    creator: sorted[0] ?? world.bot.id,
    created: Math.floor(world.now() / 1000),
  }
  world.channels.set(id, channel)
  return { channel, isNew: true }
}

/** The channel the bot sees under an id: private ones and other people's DMs do not exist for it. */
export function channelForBot(world: World, id: string): Channel | undefined {
  const channel = world.channels.get(id)
  if (!channel) return undefined
  return channel.kind === 'public' || channel.members.has(world.bot.id) ? channel : undefined
}

/** Whether people of another company can read along. */
export function isExternallyShared(world: World, channel: Channel): boolean {
  if (channel.sharedWith.length > 0) return true
  return [...channel.members].some((id) => world.people.get(id)?.isStranger)
}

/** A conversation's name as commands and interactions carry it. */
export function payloadName(channel: Channel): string {
  const hidden: Partial<Record<ChannelKind, string>> = { im: 'directmessage', private: 'privategroup' }
  return hidden[channel.kind] ?? channel.name
}

/** A conversation as `conversations.info` and `conversations.list` show it to the bot. */
export function renderChannel(world: World, channel: Channel, members = false): Json {
  const base = { id: channel.id, created: channel.created, is_archived: channel.isArchived, is_org_shared: false }
  const context = { context_team_id: world.options.team.id, updated: channel.created * 1000 }
  if (channel.kind === 'im') {
    const other = [...channel.members].find((id) => id !== world.bot.id)
    return { ...base, ...context, is_im: true, user: other, is_user_deleted: false, priority: 0, is_open: true }
  }
  const external = isExternallyShared(world, channel)
  return {
    ...base,
    ...context,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === 'public' || channel.kind === 'private',
    is_group: false,
    is_im: false,
    is_mpim: channel.kind === 'mpim',
    is_private: channel.kind !== 'public',
    is_general: channel.isGeneral,
    unlinked: 0,
    is_shared: external,
    is_ext_shared: external,
    is_pending_ext_shared: false,
    pending_shared: [],
    parent_conversation: null,
    creator: channel.creator,
    shared_team_ids: [world.options.team.id, ...channel.sharedWith],
    pending_connected_team_ids: [],
    is_member: channel.members.has(world.bot.id),
    topic: { value: channel.topic, creator: channel.creator, last_set: channel.created },
    purpose: { value: '', creator: '', last_set: 0 },
    previous_names: [],
    ...(members ? { num_members: channel.members.size } : {}),
  }
}
