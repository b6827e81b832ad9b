import { keepTyped } from '../../block-kit/state.ts'
import type { Json } from '../../json.ts'
import { renderMessage, repliesTo } from '../../world/messages.ts'
import type { Message } from '../../world/types.ts'
import type { World } from '../../world/world.ts'
import { type Content, needText, readContent, readMetadata } from '../content.ts'
import { channelOrRefuse, messageOrRefuse } from '../find.ts'
import { type Context, type Method, TIER } from '../method.ts'
import { SlackError } from '../slack-error.ts'

const MAX_EDITED_TEXT = 4000

function update({ world, args }: Context): Json {
  const channel = channelOrRefuse(world, args.channel)
  const message = messageOrRefuse(world, channel, args.ts)
  if (message.botId !== world.bot.botId) throw new SlackError('cant_update_message')
  if (channel.isArchived) throw new SlackError('is_inactive')
  const content = readContent(world, args)
  if (content.text.length > MAX_EDITED_TEXT) throw new SlackError('msg_too_long')
  if (args.text === undefined && !content.blocks && !content.attachments && args.metadata === undefined)
    needText(content)
  const metadata = readMetadata(args.metadata)
  rewrite(world, message, content, args.text !== undefined)
  if (metadata) {
    if (Object.keys(metadata).length > 0) message.metadata = metadata
    else delete message.metadata
  }
  const shown = renderMessage(world, message, { metadata: true })
  return { channel: channel.id, ts: message.ts, text: message.text, message: shown }
}

/** Puts new content into a message; blocks and attachments that were not sent stay. */
export function rewrite(world: World, message: Message, content: Content, withText: boolean): void {
  if (withText) message.text = content.text
  if (content.blocks) {
    message.blocks = content.blocks
    message.values = keepTyped(content.blocks, message.values)
  }
  if (content.attachments) message.attachments = content.attachments
  message.edited = { user: message.botId ?? message.user, ts: world.nextTs() }
  world.changes.announce()
}

function remove({ world, args }: Context): Json {
  const channel = channelOrRefuse(world, args.channel)
  const message = messageOrRefuse(world, channel, args.ts)
  if (message.botId !== world.bot.botId) throw new SlackError('cant_delete_message')
  if (repliesTo(world, channel.id, message.ts).length > 0) {
    message.text = 'This message was deleted.'
    message.blocks = []
  } else {
    message.deleted = true
  }
  return { channel: channel.id, ts: message.ts }
}

function permalink({ world, args }: Context): Json {
  const channel = channelOrRefuse(world, args.channel)
  const message = messageOrRefuse(world, channel, args.message_ts)
  return { channel: channel.id, permalink: permalinkOf(world, message) }
}

/** The address of a message. */
export function permalinkOf(world: World, message: Message): string {
  const base = `https://${world.options.team.domain}.slack.com/archives/${message.channel}/p${message.ts.replace('.', '')}`
  if (!message.threadTs || message.threadTs === message.ts) return base
  return `${base}?thread_ts=${message.threadTs}&cid=${message.channel}`
}

export const chatMethods: Record<string, Method> = {
  'chat.update': {
    args: {
      as_user: 'boolean',
      attachments: 'json',
      blocks: 'json',
      channel: 'string',
      file_ids: 'json',
      unfurled_attachments: 'json',
      link_names: 'boolean',
      markdown_text: 'string',
      metadata: 'json',
      parse: 'string',
      reply_broadcast: 'boolean',
      text: 'string',
      ts: 'string',
    },
    required: ['channel', 'ts'],
    scopes: ['chat:write'],
    perMinute: TIER.t3,
    run: update,
  },
  'chat.delete': {
    args: { as_user: 'boolean', channel: 'string', ts: 'string' },
    required: ['channel', 'ts'],
    scopes: ['chat:write'],
    perMinute: TIER.t3,
    run: remove,
  },
  'chat.getPermalink': {
    args: { channel: 'string', message_ts: 'string' },
    required: ['channel', 'message_ts'],
    run: permalink,
  },
}
