import type { Json } from '../../json.ts'
import { messagesIn, renderMessage, repliesTo } from '../../world/messages.ts'
import type { Message } from '../../world/types.ts'
import { channelOrRefuse, joinedChannel, scopeFor } from '../find.ts'
import { type Context, type Method, TIER } from '../method.ts'
import { page } from '../paging.ts'
import { SlackError } from '../slack-error.ts'

const SCOPES = ['channels:history', 'groups:history', 'im:history', 'mpim:history']
const LIMITS = { standard: 100, max: 999 }

function history({ world, args, needScope }: Context): Json {
  const channel = joinedChannel(world, args.channel)
  needScope(scopeFor(channel, 'history'))
  const roots = messagesIn(world, channel.id)
    .filter((message) => !message.threadTs || message.threadTs === message.ts || message.broadcast)
    .filter(timeFilter(args))
    .reverse()
  const { items, next } = page(roots, args, LIMITS)
  return {
    messages: items.map((message) => renderMessage(world, message, { metadata: args.include_all_metadata === true })),
    has_more: next !== '',
    pin_count: 0,
    channel_actions_ts: null,
    channel_actions_count: 0,
    ...(next ? { response_metadata: { next_cursor: next } } : {}),
  }
}

function replies({ world, args, needScope }: Context): Json {
  const channel = channelOrRefuse(world, args.channel)
  if (!channel.members.has(world.bot.id)) throw new SlackError('channel_not_found')
  needScope(scopeFor(channel, 'history'))
  const root = messagesIn(world, channel.id).find((message) => message.ts === args.ts)
  if (!root) throw new SlackError('thread_not_found')
  const answers = repliesTo(world, channel.id, root.ts).filter(timeFilter(args))
  const { items, next } = page([root, ...answers], args, LIMITS)
  return {
    messages: items.map((message) => renderMessage(world, message, { metadata: args.include_all_metadata === true })),
    has_more: next !== '',
    ...(next ? { response_metadata: { next_cursor: next } } : {}),
  }
}

function timeFilter(args: Json): (message: Message) => boolean {
  const oldest = instant(args.oldest, 'invalid_ts_oldest')
  const latest = instant(args.latest, 'invalid_ts_latest')
  const inclusive = args.inclusive === true
  return ({ ts }) => {
    const at = micros(ts)
    if (oldest !== undefined && (inclusive ? at < oldest : at <= oldest)) return false
    return !(latest !== undefined && (inclusive ? at > latest : at >= latest))
  }
}

function instant(value: unknown, error: string): number | undefined {
  if (value === undefined) return undefined
  if (!/^\d+(\.\d+)?$/.test(String(value))) throw new SlackError(error)
  return micros(String(value))
}

/** A timestamp in whole microseconds: as text "1700000000.5" and "1700000000.500000" would differ. */
function micros(ts: string): number {
  const [seconds = '0', fraction = ''] = ts.split('.')
  return Number(seconds) * 1_000_000 + Number(fraction.padEnd(6, '0').slice(0, 6))
}

const shared = {
  channel: 'string',
  cursor: 'string',
  include_all_metadata: 'boolean',
  inclusive: 'boolean',
  latest: 'string',
  limit: 'integer',
  oldest: 'string',
} as const

export const historyMethods: Record<string, Method> = {
  'conversations.history': {
    args: shared,
    required: ['channel'],
    scopes: SCOPES,
    perMinute: TIER.t3,
    run: history,
  },
  'conversations.replies': {
    args: { ...shared, ts: 'string' },
    required: ['channel', 'ts'],
    scopes: SCOPES,
    perMinute: TIER.t3,
    run: replies,
  },
}
