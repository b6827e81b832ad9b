import type { AddressInfo } from 'node:net'
import { App, HTTPReceiver, LogLevel } from '@slack/bolt'

/** A bare Bolt app to compare with: it checks the signature, listens to reactions, and does nothing. */
const receiver = new HTTPReceiver({
  signingSecret: process.argv[2] ?? '',
  endpoints: '/slack/events',
  logLevel: LogLevel.ERROR,
})
const app = new App({
  receiver,
  logLevel: LogLevel.ERROR,
  authorize: async () => ({ botToken: 'xoxb-1', botId: 'B1', botUserId: 'U1' }),
})
app.event('reaction_added', async () => {})
const server = await app.start(0)
process.stdout.write(`${(server.address() as AddressInfo).port}\n`)
