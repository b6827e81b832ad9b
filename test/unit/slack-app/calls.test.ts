import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { orDeliveryError, reasonOf } from '#adapters/slack/web/slack-failure.ts'
import type { SlackCall } from '#adapters/slack/web/watch/observed-fetch.ts'
import { createWebClient } from '#adapters/slack/web/web-client.ts'

type Answer = (response: ServerResponse) => void

const saying =
  (status: number, body: string, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(body)
  }

const page = '<html>Nordwind was charged twice</html>'

/** A client of a Web API that always answers like this, and the calls that were seen. */
const calling = async (answer: Answer) => {
  const server = createServer((_, response) => answer(response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const calls: SlackCall[] = []
  const lines: string[] = []
  const line = (facts: object, message: string) => void lines.push(JSON.stringify({ ...facts, message }))
  const client = createWebClient({
    token: 'xoxb-secret',
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    log: { debug: line, info: line, warn: line, error: line },
    observeCall: (call) => void calls.push(call),
  })
  return { client, calls, lines }
}

const post = (client: Awaited<ReturnType<typeof calling>>['client']): Promise<unknown> =>
  orDeliveryError(client.chat.postMessage({ channel: 'C1', text: 'hello' })).then(
    (said) => said.ts,
    (error: unknown) => error,
  )

describe('a call of Slack', () => {
  it('is seen with its method, and its answer reaches the one who called', async () => {
    const { client, calls } = await calling(saying(200, '{"ok":true,"ts":"1.2"}'))
    expect(await post(client)).toBe('1.2')
    expect(calls).toMatchObject([{ method: 'chat.postMessage', outcome: 'ok' }])
    expect(calls[0]?.seconds).toBeGreaterThan(0)
  })

  it.each<[string, string, string, Answer]>([
    ['channel_not_found', 'no_place', 'channel_not_found', saying(200, '{"ok":false,"error":"channel_not_found"}')],
    ['http_503', 'later', 'http_503', saying(503, page)],
    ['http_204', 'later', 'http_204', saying(204, '')],
    ['ratelimited', 'later', 'ratelimited', saying(429, '{"ok":false}', { 'retry-after': '3' })],
    ['unreachable', 'later', 'unreachable', (response) => response.destroy()],
    ['unreachable', 'later', 'unreachable', (response) => response.write('{"ok":', () => response.destroy())],
    ['unreadable_answer', 'later', 'unreachable', saying(200, page)],
    ['unreadable_answer', 'later', 'unreachable', saying(200, 'null')],
    ['unreadable_answer', 'later', 'unreadable_answer', saying(200, `{"ok":false,"error":"${page}"}`)],
  ])('is seen to end with %s, and what it was for is %s: %s', async (outcome, kind, reason, answer) => {
    const { client, calls, lines } = await calling(answer)
    const error = await post(client)
    expect(calls.map((call) => call.outcome)).toEqual([outcome])
    expect(error).toMatchObject({ name: 'DeliveryError', kind, message: reason })
    expect(reasonOf(error)).toBe(reason)
    expect(lines.join()).not.toContain('Nordwind')
  })
})
