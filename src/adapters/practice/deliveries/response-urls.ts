import { randomBytes } from 'node:crypto'
import { readContent } from '../api/content.ts'
import type { Reply } from '../api/method.ts'
import { rewrite } from '../api/methods/chat.ts'
import { SlackError } from '../api/slack-error.ts'
import { suffer } from '../faults/on-calls.ts'
import { isJson, type Json, parseJson } from '../json.ts'
import { addEphemeral, addMessage, byBot } from '../world/messages.ts'
import type { Message, ResponseUrl } from '../world/types.ts'
import { rememberAs } from '../world/upkeep/remember.ts'
import type { World } from '../world/world.ts'

const LIFETIME = 30 * 60_000
const USES = 5

/** A one-time address at which the app may answer a command or a click: 5 posts within 30 minutes. */
export function issueResponseUrl(world: World, user: string, channel: string, message?: Message): string {
  const kind = message ? 'actions' : 'commands'
  const path = `/${kind}/${world.options.team.id}/${Date.now()}/${randomBytes(12).toString('hex')}`
  rememberAs(world, world.responseUrls, path, { user, channel, issued: world.now(), uses: 0, message })
  return `${world.origin}${path}`
}

/** Answers a post to a response_url, unless a fault strikes. */
export async function answerResponseUrl(world: World, path: string, body: string): Promise<Reply<string>> {
  const payload = parseJson(body)
  const damage = world.faults.ofCall('response_url', isJson(payload) ? payload : {})
  const reply = await suffer(world, damage, async () => {
    const { status, text } = receive(world, path, payload)
    return { status, body: text, headers: { 'content-type': status === 200 ? 'text/html' : 'application/json' } }
  })
  return { ...reply, body: typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body) }
}

/** What a post to a response_url brings about. */
function receive(world: World, path: string, payload: unknown): { status: number; text: string } {
  const url = world.responseUrls.get(path)
  const refuse = (status: number, error: string) => ({ status, text: JSON.stringify({ ok: false, error }) })
  if (!url || world.now() - url.issued > LIFETIME) return refuse(404, 'expired_url')
  if (url.uses >= USES) return refuse(404, 'used_url')
  if (!isJson(payload)) return refuse(400, 'invalid_payload')
  url.uses += 1
  const post = { payload, status: 200 }
  world.responsePosts.push(post)
  try {
    follow(world, url, payload)
    return { status: 200, text: 'ok' }
  } catch (error) {
    if (!(error instanceof SlackError)) throw error
    post.status = 400
    return refuse(400, error.message)
  }
}

function follow(world: World, url: ResponseUrl, payload: Json): void {
  if (payload.delete_original === true) removeOriginal(world, url)
  else if (payload.replace_original === true && url.message) {
    rewrite(world, url.message, { blocks: [], ...readContent(world, payload) }, true)
  } else respond(world, url, payload)
}

function removeOriginal(world: World, url: ResponseUrl): void {
  const original = url.message
  if (!original) throw new SlackError('no_text')
  if (original.onlyFor) world.ephemerals = world.ephemerals.filter((message) => message !== original)
  else original.deleted = true
}

/** Shows an answer to a command or click: to the person alone, unless it says `in_channel`. */
export function respond(world: World, to: { user: string; channel: string }, payload: Json): Message {
  const content = readContent(world, payload)
  if (!content.text.trim() && !content.blocks?.length && !content.attachments?.length) throw new SlackError('no_text')
  const threadTs = payload.thread_ts === undefined ? {} : { threadTs: String(payload.thread_ts) }
  const draft = { channel: to.channel, ...byBot(world), ...content, ...threadTs }
  if (payload.response_type === 'in_channel') return addMessage(world, draft)
  return addEphemeral(world, { ...draft, onlyFor: to.user })
}
