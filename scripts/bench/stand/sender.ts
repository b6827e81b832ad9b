import { createHmac } from 'node:crypto'
import { Agent, request } from 'node:http'

export type Answer = { readonly status: number; readonly ms: number; readonly body: string }

export type Sender = {
  /** Signs and posts one delivery; answers its status (0: no answer) and how long that took, in milliseconds. */
  readonly send: (body: string, since?: number) => Promise<Answer>
  readonly close: () => void
}

/** Delivers as Slack does, over connections that are kept. */
export const createSender = (port: number, secret: string): Sender => {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  const send: Sender['send'] = (body, since = performance.now()) =>
    new Promise((resolve) => {
      const at = Math.floor(Date.now() / 1000)
      const signature = `v0=${createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')}`
      const type = body.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded'
      const done = (status: number, text: string) => resolve({ status, ms: performance.now() - since, body: text })
      const post = request(
        {
          agent,
          port,
          host: '127.0.0.1',
          path: '/slack/events',
          method: 'POST',
          headers: {
            'content-type': type,
            'content-length': Buffer.byteLength(body),
            'x-slack-request-timestamp': at,
            'x-slack-signature': signature,
          },
        },
        (response) => {
          let text = ''
          response.setEncoding('utf8')
          response.on('data', (chunk: string) => {
            text += chunk
          })
          response.on('end', () => done(response.statusCode ?? 0, text))
          response.on('error', () => done(0, ''))
        },
      )
      post.on('error', () => done(0, ''))
      post.end(body)
    })
  return { send, close: () => agent.destroy() }
}
