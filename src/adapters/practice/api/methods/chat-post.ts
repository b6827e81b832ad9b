import type { Json } from '../../json.ts'
import { channelForBot, directChannel } from '../../world/channels.ts'
import { addMessage, byBot, findMessage, renderMessage } from '../../world/messages.ts'
import type { Channel } from '../../world/types.ts'
import type { World } from '../../world/world.ts'
import { needText, readContent, readMetadata } from '../content.ts'
import type { Context, Method } from '../method.ts'
import { SlackError } from '../slack-error.ts'

const MAX_TEXT = 40_000

/** The channel a bot's message goes to: an id, a public name, or a person, whose DM is opened. */
function target(world: World, name: string): Channel {
  const person = world.people.get(name)
  if (person) {
    if (person.deleted || person.isBot || person.isStranger) throw new SlackError('channel_not_found')
    return directChannel(world, [world.bot.id, person.id]).channel
  }
  const named = [...world.channels.values()].find((channel) => channel.name && channel.name === name.replace(/^#/, ''))
  const channel = channelForBot(world, named?.id ?? name)
  if (!channel) throw new SlackError('channel_not_found')
  if (!channel.members.has(world.bot.id)) throw new SlackError('not_in_channel')
  if (channel.isArchived) throw new SlackError('is_archived')
  return channel
}

function post({ world, args }: Context): Json {
  const channel = target(world, String(args.channel))
  const content = readContent(world, args)
  needText(content)
  const metadata = readMetadata(args.metadata)
  const threadTs = args.thread_ts === undefined ? undefined : String(args.thread_ts)
  if (threadTs) {
    const parent = findMessage(world, channel.id, threadTs)
    if (!parent || (parent.threadTs && parent.threadTs !== parent.ts)) throw new SlackError('cannot_reply_to_message')
  }
  const message = addMessage(world, {
    channel: channel.id,
    ...byBot(world),
    ...content,
    text: content.text.slice(0, MAX_TEXT),
    ...(args.username ? { username: String(args.username) } : {}),
    ...(metadata && Object.keys(metadata).length > 0 ? { metadata } : {}),
    ...(threadTs ? { threadTs, broadcast: args.reply_broadcast === true } : {}),
  })
  return { channel: channel.id, ts: message.ts, message: renderMessage(world, message, { metadata: true }) }
}

export const chatPost: Record<string, Method> = {
  'chat.postMessage': {
    args: {
      as_user: 'boolean',
      attachments: 'json',
      blocks: 'json',
      channel: 'string',
      current_draft_last_updated_ts: 'string',
      icon_emoji: 'string',
      icon_url: 'string',
      link_names: 'boolean',
      markdown_text: 'string',
      metadata: 'json',
      mrkdwn: 'boolean',
      parse: 'string',
      reply_broadcast: 'boolean',
      text: 'string',
      thread_ts: 'string',
      unfurl_links: 'boolean',
      unfurl_media: 'boolean',
      username: 'string',
    },
    required: ['channel'],
    scopes: ['chat:write'],
    run: post,
  },
}
