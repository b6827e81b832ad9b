import { react } from '../../deliveries/reactions.ts'
import type { Json } from '../../json.ts'
import { renderMessage } from '../../world/messages.ts'
import { channelOrRefuse, messageOrRefuse } from '../find.ts'
import { type Context, type Method, TIER } from '../method.ts'
import { SlackError } from '../slack-error.ts'
import { permalinkOf } from './chat.ts'

function add({ world, args }: Context): Json {
  const channel = joinedReaction(world, args)
  const message = messageOrRefuse(world, channel, args.timestamp)
  const name = String(args.name).replaceAll(':', '')
  if (!/^[a-z0-9_+'-]+$/.test(name)) throw new SlackError('invalid_name')
  if (!react(world, message, world.bot.id, name)) throw new SlackError('already_reacted')
  return {}
}

function joinedReaction(world: Context['world'], args: Json) {
  if (!/^\d+\.\d+$/.test(String(args.timestamp))) throw new SlackError('bad_timestamp')
  const channel = channelOrRefuse(world, args.channel)
  if (!channel.members.has(world.bot.id)) throw new SlackError('no_access')
  if (channel.isArchived) throw new SlackError('is_archived')
  return channel
}

function get({ world, args }: Context): Json {
  if (args.channel === undefined || args.timestamp === undefined) throw new SlackError('no_item_specified')
  if (!/^\d+\.\d+$/.test(String(args.timestamp))) throw new SlackError('bad_timestamp')
  const channel = channelOrRefuse(world, args.channel)
  const message = messageOrRefuse(world, channel, args.timestamp)
  const shown = { ...renderMessage(world, message), permalink: permalinkOf(world, message) }
  return { type: 'message', channel: channel.id, message: shown }
}

export const reactionMethods: Record<string, Method> = {
  'reactions.add': {
    args: { channel: 'string', name: 'string', timestamp: 'string' },
    required: ['channel', 'name', 'timestamp'],
    scopes: ['reactions:write'],
    perMinute: TIER.t3,
    run: add,
  },
  'reactions.get': {
    args: { channel: 'string', file: 'string', file_comment: 'string', full: 'boolean', timestamp: 'string' },
    scopes: ['reactions:read'],
    perMinute: TIER.t3,
    run: get,
  },
}
