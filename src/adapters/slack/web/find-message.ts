import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import { DeliveryError } from '#application/delivery-error.ts'
import type { Standing } from '#application/messages/posting.ts'
import type { Log } from './log.ts'
import { orDeliveryError } from './slack-failure.ts'

type Where = { readonly channel: string; readonly threadTs?: string | undefined }

const clocksDifferMs = 5 * 60_000
const perPage = 200
const mostPages = 10

/** Lookups that fail like this fail always: the message is sent again rather than never. */
const hopeless = ['missing_scope', 'unknown_method', 'not_allowed_token_type', 'method_not_supported_for_channel_type']

const message = z.object({
  ts: z.string(),
  metadata: z
    .object({ event_type: z.string(), event_payload: z.looseObject({ key: z.unknown().optional() }) })
    .optional(),
})

const page = z.object({
  messages: z.array(z.unknown()).default([]),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
})

const markedWith = (messages: readonly unknown[], event: string, key: string): string | undefined =>
  messages
    .map((one) => message.safeParse(one).data)
    .find((one) => one?.metadata?.event_type === event && one.metadata.event_payload.key === key)?.ts

type Deps = { readonly client: WebClient; readonly log: Log }

/** Looks for one's own message by the key in its metadata, among those since shortly before `after`. */
export const createFinder = ({ client, log }: Deps, event: string) => {
  let said = false

  const read = (where: Where, after: Date, cursor: string | undefined) => {
    const oldest = `${((after.getTime() - clocksDifferMs) / 1000).toFixed(6)}`
    const more = cursor === undefined ? {} : { cursor }
    const range = { channel: where.channel, oldest, limit: perPage, include_all_metadata: true, ...more }
    return where.threadTs === undefined
      ? client.conversations.history(range)
      : client.conversations.replies({ ...range, ts: where.threadTs })
  }

  const search = async (where: Where, key: string, after: Date): Promise<Standing | undefined> => {
    let cursor: string | undefined
    for (let pages = 0; pages < mostPages; pages += 1) {
      const { messages, response_metadata: rest } = page.parse(await orDeliveryError(read(where, after, cursor)))
      const ts = markedWith(messages, event, key)
      if (ts !== undefined) return { channel: where.channel, ts }
      cursor = rest?.next_cursor
      if (cursor === undefined || cursor === '') return undefined
    }
    return undefined
  }

  return async (where: Where, key: string, after: Date): Promise<Standing | undefined> => {
    try {
      return await search(where, key, after)
    } catch (error) {
      if (!(error instanceof DeliveryError && hopeless.includes(error.message))) throw error
      if (!said) log.error({ reason: error.message }, 'lost messages cannot be looked for: a scope is missing')
      said = true
      return undefined
    }
  }
}
