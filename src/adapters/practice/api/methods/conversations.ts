import type { Json } from '../../json.ts'
import { channelForBot, directChannel, renderChannel } from '../../world/channels.ts'
import type { ChannelKind } from '../../world/types.ts'
import type { World } from '../../world/world.ts'
import { channelOrRefuse, personOrRefuse, scopeFor } from '../find.ts'
import { type Context, type Method, TIER } from '../method.ts'
import { page } from '../paging.ts'
import { SlackError } from '../slack-error.ts'

const READ = ['channels:read', 'groups:read', 'im:read', 'mpim:read']
const TYPES: Record<string, ChannelKind> = {
  public_channel: 'public',
  private_channel: 'private',
  im: 'im',
  mpim: 'mpim',
}

function open({ world, args, needScope }: Context): Json {
  if (args.channel !== undefined) return { channel: { id: channelOrRefuse(world, args.channel).id } }
  const users = String(args.users ?? '')
    .split(',')
    .filter(Boolean)
  if (users.length === 0) throw new SlackError('users_list_not_supplied')
  if (users.length > 8) throw new SlackError('too_many_users')
  needScope(users.length > 1 ? 'mpim:write' : 'im:write')
  for (const user of users) checkPartner(world, user)
  const { channel, isNew } = directChannel(world, [world.bot.id, ...users])
  const again = isNew ? {} : { no_op: true, already_open: true }
  return { ...again, channel: args.return_im ? renderChannel(world, channel) : { id: channel.id } }
}

function checkPartner(world: World, user: string): void {
  const person = personOrRefuse(world, user)
  if (person.deleted) throw new SlackError('user_disabled')
  if (person.isStranger) throw new SlackError('user_not_visible')
  if (person.isBot) throw new SlackError('invalid_user_combination')
}

function info({ world, args, needScope }: Context): Json {
  const channel = channelOrRefuse(world, args.channel)
  needScope(scopeFor(channel, 'read'))
  return { channel: renderChannel(world, channel, args.include_num_members === true) }
}

function everything({ world, args, needScope }: Context): Json {
  const types = String(args.types ?? 'public_channel').split(',')
  const kinds = types.map((type) => TYPES[type.trim()])
  if (kinds.includes(undefined)) throw new SlackError('invalid_types')
  for (const kind of kinds) if (kind) needScope(scopeFor({ kind }, 'read'))
  if (Number(args.limit ?? 100) > 1000 || Number(args.limit ?? 100) < 0) throw new SlackError('invalid_limit')
  const listed = [...world.channels.values()].filter(
    (channel) =>
      kinds.includes(channel.kind) &&
      channelForBot(world, channel.id) &&
      !(args.exclude_archived === true && channel.isArchived),
  )
  const { items, next } = page(listed, args, { standard: 100, max: 1000 })
  return {
    channels: items.map((channel) => renderChannel(world, channel, true)),
    response_metadata: { next_cursor: next },
  }
}

function members({ world, args, needScope }: Context): Json {
  const channel = channelOrRefuse(world, args.channel)
  needScope(scopeFor(channel, 'read'))
  if (Number(args.limit ?? 100) > 1000 || Number(args.limit ?? 100) < 0) throw new SlackError('invalid_limit')
  const { items, next } = page([...channel.members], args, { standard: 100, max: 1000 })
  return { members: items, response_metadata: { next_cursor: next } }
}

export const conversationMethods: Record<string, Method> = {
  'conversations.open': {
    args: { channel: 'string', return_im: 'boolean', users: 'string', prevent_creation: 'boolean' },
    scopes: ['channels:manage', 'groups:write', 'im:write', 'mpim:write'],
    perMinute: TIER.t3,
    run: open,
  },
  'conversations.info': {
    args: { channel: 'string', include_locale: 'boolean', include_num_members: 'boolean' },
    required: ['channel'],
    scopes: READ,
    perMinute: TIER.t3,
    run: info,
  },
  'conversations.list': {
    args: { cursor: 'string', exclude_archived: 'boolean', limit: 'integer', team_id: 'string', types: 'string' },
    scopes: READ,
    perMinute: TIER.t2,
    run: everything,
  },
  'conversations.members': {
    args: { channel: 'string', cursor: 'string', limit: 'integer' },
    required: ['channel'],
    scopes: READ,
    perMinute: TIER.t4,
    run: members,
  },
}
