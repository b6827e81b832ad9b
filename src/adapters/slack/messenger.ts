import { createHash } from 'node:crypto'
import type { KnownBlock } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import { DeliveryError } from '#application/delivery-error.ts'
import type { Message } from '#application/messages/message.ts'
import type { Clock, Destination, Messenger, Standing } from '#application/ports.ts'
import { createFinder } from './web/find-message.ts'
import type { Log } from './web/log.ts'
import { messageLink } from './web/message-link.ts'
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
}

/** The metadata that marks a message as ours, so that it is found again when Slack's answer was lost. */
const postEvent = 'cx_post'

const dmsRemembered = 5_000
const dmsRememberedMs = 12 * 3_600_000

const isPerson = (place: string): boolean => /^[UW]/.test(place)

const standing = (channel: string | undefined, ts: string | undefined): Standing => {
  if (channel === undefined || ts === undefined) throw new DeliveryError('later', 'answer_without_place')
  return { channel, ts }
}

/** The channel of a destination; a person's is their direct messages with us, opened once. */
const createPlaces = ({ client, clock }: MessengerDeps) => {
  const dms = createRecent<string>(dmsRemembered, dmsRememberedMs, () => clock.now().getTime())
  return async (place: string): Promise<string> => {
    if (!isPerson(place)) return place
    const known = dms.get(place)
    if (known !== undefined) return known
    const { channel } = await client.conversations.open({ users: place })
    if (channel?.id === undefined) throw new DeliveryError('later', 'answer_without_place')
    dms.set(place, channel.id)
    return channel.id
  }
}

const createPost = (deps: MessengerDeps, channelOf: (place: string) => Promise<string>): Messenger['post'] => {
  const { client, render } = deps
  return async (to: Destination, key: string, message: Message): Promise<Standing> => {
    const channel = await channelOf(to.place)
    const thread = to.threadTs === undefined ? {} : { thread_ts: to.threadTs }
    const { text, blocks } = render(message)
    const content = { channel, text, blocks: [...blocks], ...thread }
    if (message.kind === 'refusal') {
      const said = await client.chat.postEphemeral({ ...content, user: message.person })
      return standing(channel, said.message_ts)
    }
    const metadata = { event_type: postEvent, event_payload: { key } }
    const said = await client.chat.postMessage({ ...content, metadata, unfurl_links: false, unfurl_media: false })
    return standing(said.channel ?? channel, said.ts)
  }
}

/** Slack as the place where messages stand; every failure is a `DeliveryError`. */
export const createMessenger = (deps: MessengerDeps): Messenger => {
  const { client, render, revoked } = deps
  const channelOf = createPlaces(deps)
  const post = createPost(deps, channelOf)
  const find = createFinder(deps, postEvent)
  const guarded = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await orDeliveryError(work)
    } catch (error) {
      if (error instanceof DeliveryError && error.kind === 'revoked') revoked?.(error.message)
      throw error
    }
  }
  return {
    post: (to, key, message) => guarded(post(to, key, message)),
    update: (at, key, message) => {
      const { text, blocks } = render(message)
      const metadata = { event_type: postEvent, event_payload: { key } }
      const change = client.chat.update({ channel: at.channel, ts: at.ts, text, blocks: [...blocks], metadata })
      return guarded(change.then(() => undefined))
    },
    find: (to, key, after) =>
      guarded(channelOf(to.place).then((channel) => find({ channel, threadTs: to.threadTs }, key, after))),
    fingerprint: (message) => {
      const { text, blocks } = render(message)
      return createHash('sha256')
        .update(JSON.stringify([text, blocks]))
        .digest('hex')
    },
    linkTo: ({ channel, ts }) => messageLink(deps.workspaceUrl(), channel, ts),
  }
}
