import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import { DeliveryError } from '#application/delivery-error.ts'
import type { Reply } from '#application/ports.ts'
import { orDeliveryError } from '../slack-failure.ts'

const perPage = 200
const mostPages = 5

const page = z.object({
  messages: z.array(z.unknown()).catch([]),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional().catch(undefined),
})

/** What a person said themselves: the notices of a channel and the messages of apps are none. */
const said = z.object({
  ts: z.string().regex(/^\d+\.\d+$/),
  user: z.string(),
  bot_id: z.undefined().optional(),
  subtype: z.enum(['thread_broadcast', 'file_share', 'me_message']).optional(),
})

const replyIn = (message: unknown): readonly Reply[] => {
  const { data } = said.safeParse(message)
  return data ? [{ person: data.user, at: new Date(Math.floor(Number(data.ts) * 1000)) }] : []
}

const stamp = (at: Date): string => (at.getTime() / 1000).toFixed(6)

/** Reads who answered in one thread since then; what they said is not looked at. */
export const createReplyReader =
  (client: WebClient) =>
  async (channel: string, threadTs: string, since: Date): Promise<readonly Reply[]> => {
    const found: Reply[] = []
    let cursor: string | undefined
    try {
      for (let pages = 0; pages < mostPages; pages += 1) {
        const more = cursor === undefined ? {} : { cursor }
        const range = { channel, ts: threadTs, oldest: stamp(since), limit: perPage, ...more }
        const read = page.parse(await orDeliveryError(client.conversations.replies(range)))
        found.push(...read.messages.flatMap(replyIn))
        cursor = read.response_metadata?.next_cursor
        if (cursor === undefined || cursor === '') break
      }
    } catch (error) {
      if (!(error instanceof DeliveryError) || !['no_place', 'missing', 'refused'].includes(error.kind)) throw error
    }
    return found.filter(({ at }) => at > since)
  }
