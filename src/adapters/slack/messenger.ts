import { createHash } from 'node:crypto'
import type { KnownBlock } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import { DeliveryError } from '#application/delivery-error.ts'
import type { Message } from '#application/messages/message.ts'
import type { Destination, Messenger, Standing } from '#application/messages/posting.ts'
import type { Clock } from '#application/ports.ts'
import { createFinder } from './web/find-message.ts'
import type { Log } from './web/log.ts'
import { messageLink } from './web/message-link.ts'
import { createPace, slackLimits, type Turn } from './web/pace.ts'
import { createRecent } from './web/recent.ts'
import { orDeliveryError } from './web/slack-failure.ts'

export type MessengerDeps = {
  readonly client: WebClient
  readonly clock: Clock
  readonly log: Log
  readonly render: (message: Message) => { readonly text: string; readonly blocks: readonly KnownBlock[] }
  /** The workspace's address, once Slack has said it. */
  readonly workspaceUrl: () => string | undefined
  /** Slack says that our token is good no longer. */
  readonly revoked?: (reason: string) => void
  /** There are no limits to keep to. */
  readonly unpaced?: boolean
}

/** The metadata that marks a message as ours, so that it is found again when Slack's answer was lost. */
const postEvent = 'cx_post'

/** Nothing in our texts becomes a mention or a link by itself; without it Slack reads an edit as if it were typed. */
const asWritten = { parse: 'none' } as const

const dmsRemembered = 5_000
const dmsRememberedMs = 12 * 3_600_000

const isPerson = (place: string): boolean => /^[UW]/.test(place)

const standing = (channel: string | undefined, ts: string | undefined): Standing => {
  if (channel === undefined || ts === undefined) throw new DeliveryError('later', 'answer_without_place')
  return { channel, ts }
}

/** The channel of a destination; a person's is their direct messages with us, opened once. */
const createPlaces = ({ client, clock }: MessengerDeps, call: Call) => {
  const dms = createRecent<string>(dmsRemembered, dmsRememberedMs, () => clock.now().getTime())
  return async (place: string): Promise<string> => {
    if (!isPerson(place)) return place
    const known = dms.get(place)
    if (known !== undefined) return known
    const turn = { method: 'conversations.open', name: place, limit: slackLimits.tier3 }
    const { channel } = await call(turn, () => client.conversations.open({ users: place }))
    if (channel?.id === undefined) throw new DeliveryError('later', 'answer_without_place')
    dms.set(place, channel.id)
    return channel.id
  }
}

type ChannelOf = (place: string) => Promise<string>

const createPost = ({ client, render }: MessengerDeps, call: Call, channelOf: ChannelOf): Messenger['post'] => {
  return async (to: Destination, key: string, message: Message, attempt): Promise<Standing> => {
    const channel = await channelOf(to.place)
    const thread = to.threadTs === undefined ? {} : { thread_ts: to.threadTs }
    const { text, blocks } = render(message)
    const content = { channel, text, blocks: [...blocks], ...asWritten, ...thread }
    const turn = { method: 'chat.postMessage', line: channel, name: key, limit: slackLimits.place }
    if (message.kind === 'refusal') {
      const said = await call({ ...turn, method: 'chat.postEphemeral' }, async () => {
        await attempt()
        return client.chat.postEphemeral({ ...content, user: message.person })
      })
      return standing(channel, said.message_ts)
    }
    const metadata = { event_type: postEvent, event_payload: { key } }
    const said = await call(turn, async () => {
      await attempt()
      return client.chat.postMessage({ ...content, metadata, unfurl_links: false, unfurl_media: false })
    })
    return standing(said.channel ?? channel, said.ts)
  }
}

/** Calls Slack when it is the call's turn; every failure is a `DeliveryError`. */
type Call = <T>(turn: Turn, call: () => Promise<T>) => Promise<T>

const createCall = ({ clock, revoked, unpaced = false }: MessengerDeps): Call => {
  const pace = createPace(clock)
  return async (turn, call) => {
    if (!unpaced) await pace.turn(turn)
    try {
      return await orDeliveryError(call())
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error
      if (error.kind === 'revoked') revoked?.(error.message)
      if (error.retryAfterMs !== undefined) pace.holdBack(turn.method, error.retryAfterMs)
      throw error
    }
  }
}

/** Slack as the place where messages stand, within its limits; every failure is a `DeliveryError`. */
export const createMessenger = (deps: MessengerDeps): Messenger => {
  const { client, render } = deps
  const call = createCall(deps)
  const channelOf = createPlaces(deps, call)
  const find = createFinder(deps, postEvent)
  return {
    post: createPost(deps, call, channelOf),
    update: async (at, key, message) => {
      const { text, blocks } = render(message)
      const metadata = { event_type: postEvent, event_payload: { key } }
      const turn = { method: 'chat.update', name: key, limit: slackLimits.tier3 }
      await call(turn, () => client.chat.update({ ...at, text, blocks: [...blocks], ...asWritten, metadata }))
    },
    find: async ({ place, threadTs }, key, after) => {
      const channel = await channelOf(place)
      const method = threadTs === undefined ? 'conversations.history' : 'conversations.replies'
      return call({ method, name: key, limit: slackLimits.tier3 }, () => find({ channel, threadTs }, key, after))
    },
    fingerprint: (message) => {
      const { text, blocks } = render(message)
      return createHash('sha256')
        .update(JSON.stringify([text, blocks]))
        .digest('hex')
    },
    linkTo: ({ channel, ts }) => messageLink(deps.workspaceUrl(), channel, ts),
  }
}
