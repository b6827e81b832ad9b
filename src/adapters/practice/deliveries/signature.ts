import { createHmac } from 'node:crypto'

/** Slack's headers for a body: `v0=HMAC-SHA256(secret, "v0:timestamp:body")`. */
export function signedHeaders(secret: string, timestamp: number, body: string): Record<string, string> {
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')
  return { 'x-slack-request-timestamp': String(timestamp), 'x-slack-signature': `v0=${signature}` }
}
