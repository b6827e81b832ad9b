import type { Json } from '../../json.ts'
import { addEphemeral, byBot } from '../../world/messages.ts'
import { needText, readContent } from '../content.ts'
import { joinedChannel } from '../find.ts'
import { type Context, type Method, TIER } from '../method.ts'
import { SlackError } from '../slack-error.ts'

function postEphemeral({ world, args }: Context): Json {
  const channel = joinedChannel(world, args.channel)
  if (channel.isArchived) throw new SlackError('is_archived')
  const content = readContent(world, args)
  needText(content)
  if (content.text.length > 40_000) throw new SlackError('msg_too_long')
  const user = String(args.user)
  if (!channel.members.has(user)) throw new SlackError('user_not_in_channel')
  const threadTs = args.thread_ts === undefined ? {} : { threadTs: String(args.thread_ts) }
  const message = addEphemeral(world, {
    channel: channel.id,
    ...byBot(world),
    ...content,
    ...threadTs,
    onlyFor: user,
  })
  return { message_ts: message.ts }
}

export const chatEphemeral: Record<string, Method> = {
  'chat.postEphemeral': {
    args: {
      as_user: 'boolean',
      attachments: 'json',
      blocks: 'json',
      channel: 'string',
      icon_emoji: 'string',
      icon_url: 'string',
      link_names: 'boolean',
      markdown_text: 'string',
      metadata: 'json',
      parse: 'string',
      text: 'string',
      thread_ts: 'string',
      user: 'string',
      username: 'string',
    },
    required: ['channel', 'user'],
    scopes: ['chat:write'],
    perMinute: TIER.t4,
    run: postEphemeral,
  },
}
