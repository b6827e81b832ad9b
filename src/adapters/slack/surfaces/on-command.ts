import type { Middleware, SlackCommandMiddlewareArgs } from '@slack/bolt'
import { z } from 'zod'
import type { CommandListener, ListenerDeps } from '../listener.ts'
import { unescaped } from '../web/reading/slack-text.ts'
import { openView } from './answering/open-view.ts'
import { actOf, fingerprint } from './identity.ts'

const typed = z.object({
  user_id: z.string(),
  text: z.string().default(''),
  channel_id: z.string(),
  channel_name: z.string().default(''),
  trigger_id: z.string().default(''),
  response_url: z.url().optional().catch(undefined),
})

const firstWord = /^\s*(\S*)\s*([\s\S]*)$/

/** A slash command: the first word says what to do. */
export const onCommand =
  (deps: ListenerDeps, listener: CommandListener): Middleware<SlackCommandMiddlewareArgs> =>
  async ({ body, ack }) => {
    const { user_id, text, channel_id, channel_name, trigger_id, response_url } = typed.parse(body)
    const [, word = '', rest = ''] = firstWord.exec(text) ?? []
    const act = actOf(deps, user_id, `command:${trigger_id}:${fingerprint(text)}`)
    await listener(
      {
        act,
        word: word.toLowerCase(),
        text: unescaped(rest),
        channel: channel_id,
        channelName: channel_name,
        answer: ({ text: said, blocks }) => ack({ response_type: 'ephemeral', text: said, blocks }),
        open: async (view) => {
          await ack()
          await openView(deps, { triggerId: trigger_id, responseUrl: response_url, place: 'message' }, view)
        },
      },
      deps,
    )
  }
