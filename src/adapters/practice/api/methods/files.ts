import { isJson, type Json } from '../../json.ts'
import { channelForBot } from '../../world/channels.ts'
import { renderFile } from '../../world/files.ts'
import { newId } from '../../world/ids.ts'
import { addMessage, byBot } from '../../world/messages.ts'
import type { StoredFile } from '../../world/types.ts'
import type { World } from '../../world/world.ts'
import { type Context, type Method, TIER } from '../method.ts'
import { invalidArguments, SlackError } from '../slack-error.ts'

function getUploadUrl({ world, args }: Context): Json {
  const length = Number(args.length)
  if (length < 1) throw invalidArguments('must be greater than 0 [json-pointer:/length]')
  const id = newId('F')
  const name = String(args.filename)
  const created = Math.floor(world.now() / 1000)
  const altText = String(args.alt_txt ?? '')
  if (altText.length > 1000) throw new SlackError('alt_txt_too_large')
  const file = {
    id,
    name,
    title: name,
    length,
    bytes: undefined,
    completed: false,
    polls: 0,
    channels: [],
    altText,
    created,
  }
  world.files.set(id, file)
  return { upload_url: `${world.origin}/upload/v1/${id}`, file_id: id }
}

function complete({ world, args }: Context): Json {
  if (!Array.isArray(args.files) || args.files.length === 0)
    throw invalidArguments('must provide files [json-pointer:/files]')
  const files = args.files.map((entry: unknown) => finished(world, entry))
  const channels = [args.channel_id, ...String(args.channels ?? '').split(',')].filter(Boolean).map(String)
  const target = channels.map((id) => postable(world, id))
  for (const file of files) {
    file.completed = true
    file.channels.push(...target)
  }
  for (const channel of target) {
    addMessage(world, {
      channel,
      ...byBot(world),
      text: String(args.initial_comment ?? ''),
      files: files.map((file) => file.id),
      ...(args.thread_ts === undefined ? {} : { threadTs: String(args.thread_ts) }),
    })
  }
  return { files: files.map((file) => renderFile(world, file.id)) }
}

function finished(world: World, entry: unknown): StoredFile {
  const file = isJson(entry) ? world.files.get(String(entry.id)) : undefined
  if (!file?.bytes) throw new SlackError('file_not_found')
  if (isJson(entry) && typeof entry.title === 'string') file.title = entry.title
  return file
}

function postable(world: World, id: string): string {
  const channel = channelForBot(world, id)
  if (!channel) throw new SlackError('channel_not_found')
  if (!channel.members.has(world.bot.id)) throw new SlackError('not_in_channel')
  if (channel.isArchived) throw new SlackError('posting_to_channel_denied')
  return channel.id
}

function info({ world, args }: Context): Json {
  const file = world.files.get(String(args.file))
  if (!file?.completed) throw new SlackError('file_not_found')
  const shown = renderFile(world, file.id)
  file.polls += 1
  return { file: shown, comments: [], response_metadata: { next_cursor: '' } }
}

export const fileMethods: Record<string, Method> = {
  'files.getUploadURLExternal': {
    args: { length: 'integer', filename: 'string', snippet_type: 'string', alt_txt: 'string' },
    required: ['length', 'filename'],
    scopes: ['files:write'],
    perMinute: TIER.t4,
    run: getUploadUrl,
  },
  'files.completeUploadExternal': {
    args: {
      files: 'json',
      channel_id: 'string',
      thread_ts: 'string',
      channels: 'string',
      initial_comment: 'string',
      blocks: 'json',
      username: 'string',
      icon_url: 'string',
      icon_emoji: 'string',
    },
    required: ['files'],
    scopes: ['files:write'],
    perMinute: TIER.t4,
    run: complete,
  },
  'files.info': {
    args: { count: 'integer', cursor: 'string', file: 'string', limit: 'integer', page: 'integer' },
    required: ['file'],
    scopes: ['files:read'],
    perMinute: TIER.t4,
    run: info,
  },
}
