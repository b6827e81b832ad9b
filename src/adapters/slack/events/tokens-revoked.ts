import { z } from 'zod'
import type { EventListener } from '../listener.ts'

const revoked = z.object({ tokens: z.object({ bot: z.array(z.string()).default([]) }).catch({ bot: [] }) })

/** Tokens were revoked; those of people are none of ours. */
export const tokensRevoked: EventListener = async ({ event }, { connection, log }) => {
  if (revoked.parse(event).tokens.bot.length === 0) return
  log.error({}, "the bot's token was revoked")
  connection.doubt('the token was revoked')
}
