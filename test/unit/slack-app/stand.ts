import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { startHttp } from '#adapters/http/start-http.ts'
import { createSlackApp } from '#adapters/slack/app.ts'
import type { Identity } from '#adapters/slack/connection.ts'
import type { DeliveryWatch } from '#adapters/slack/intake/watch/delivery-watch.ts'
import type { SlackUseCases } from '#adapters/slack/listener.ts'
import type { Log } from '#adapters/slack/web/log.ts'
import { createWebClient } from '#adapters/slack/web/web-client.ts'

export const ours: Identity = {
  teamId: 'T1',
  botUserId: 'UBOT',
  botId: 'B1',
  url: 'https://example.slack.com/',
}

const secret = 'a-secret-of-slack'

/** Everything that is logged, as text, to look for what must never be in it. */
const createLog = () => {
  const lines: string[] = []
  const line = (facts: object, message: string) => void lines.push(JSON.stringify({ ...facts, message }))
  const log: Log = { debug: line, info: line, warn: line, error: line }
  return { log, lines }
}

export type Called = { readonly method: string; readonly args: Record<string, unknown> }

/** A Web API that says yes to everything, unless it is told otherwise, and writes down what it was asked. */
const startWebApi = async (failing: string | undefined) => {
  const calls: Called[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      const isJson = request.headers['content-type']?.includes('json')
      const args = isJson ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body))
      if (typeof args.view === 'string') args.view = JSON.parse(args.view)
      calls.push({ method: request.url?.split('/').at(-1) ?? '', args })
      response.writeHead(200, { 'content-type': 'application/json' })
      const yes = { ok: true, ts: '1.2', channel: 'C1', view: { id: 'V1' } }
      response.end(JSON.stringify(failing === undefined ? yes : { ok: false, error: failing }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { calls, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

const notExpected = (name: string) => async () => {
  throw new Error(`nobody expected ${name}`)
}

/** Use cases of which only those given are expected. */
const useCasesWith = (given: Partial<SlackUseCases>): SlackUseCases =>
  new Proxy(given as SlackUseCases, {
    get: (target, name: keyof SlackUseCases & string) => target[name] ?? notExpected(name),
  })

export type StandOptions = {
  readonly useCases?: Partial<SlackUseCases>
  readonly identity?: () => Identity | undefined
  readonly store?: (delivery: { id: string; body: unknown }) => Promise<void>
  readonly now?: () => Date
  readonly watch?: DeliveryWatch
  /** The error that Slack's Web API answers to everything. */
  readonly failing?: string
}

/** The Slack side of the bot over real HTTP, with plain functions for everything behind it. */
export const stand = async (options: StandOptions = {}) => {
  const { log, lines } = createLog()
  const stored: { workspaceId: string; id: string; body: unknown }[] = []
  const api = await startWebApi(options.failing)
  const identity = options.identity ?? (() => ours)
  const doubts: string[] = []
  const clock = { now: options.now ?? (() => new Date()) }
  const person = async (_: string, id: string) => ({
    id,
    name: id === 'UBEN' ? 'Ben' : id,
    kind: 'member' as const,
    admin: false,
    timeZone: 'Europe/Berlin',
  })
  const channel = async (_: string, id: string) => ({
    id,
    name: 'support',
    private: id.startsWith('G'),
    shared: false,
  })
  const app = createSlackApp({
    connection: {
      identity,
      problem: () => undefined,
      start: () => {},
      stop: () => {},
      verified: Promise.resolve(ours),
      doubt: (reason) => void doubts.push(reason),
    },
    client: createWebClient({ token: 'xoxb-secret', apiUrl: `${api.origin}/api/`, log }),
    useCases: useCasesWith({ namesIn: async () => ({ UBEN: 'Ben' }), ...options.useCases }),
    directory: {
      person,
      channel,
      surely: { person, channel },
      linkTo: () => undefined,
      messageText: async () => undefined,
      repliesSince: async () => [],
      readable: async (_, text) => text,
      settle: async () => {},
      learnPerson: async () => {},
      refreshChannel: async () => {},
    },
    intake: {
      store: async (delivery) => {
        await options.store?.(delivery)
        stored.push(delivery)
      },
    },
    reactions: () => ({ flag: 'triangular_flag_on_post', claim: 'raising_hand' }),
    clock,
    log,
    transport: { signingSecret: secret },
    ...(options.watch === undefined ? {} : { watch: options.watch }),
  })
  const http = await startHttp({ port: 0, host: '127.0.0.1', mounts: app.mounts, checks: {} })
  onTestFinished(() => http.stop(0))
  const origin = `http://127.0.0.1:${http.port}`
  return { app, api, origin, stored, lines, doubts, post: poster(origin) }
}

export type PostOptions = {
  readonly type?: string
  readonly at?: number
  readonly secret?: string
  readonly headers?: Record<string, string>
}

const signedHeaders = (body: string | Buffer, { at = Date.now(), secret: key = secret }: PostOptions = {}) => {
  const timestamp = `${Math.floor(at / 1000)}`
  const signature = `v0=${createHmac('sha256', key).update(`v0:${timestamp}:`).update(body).digest('hex')}`
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature }
}

const poster =
  (origin: string) =>
  (body: string, options: PostOptions = {}): Promise<Response> => {
    const headers = {
      'content-type': options.type ?? 'application/json',
      ...signedHeaders(body, options),
      ...options.headers,
    }
    return fetch(`${origin}/slack/events`, { method: 'POST', headers, body })
  }

export const form = 'application/x-www-form-urlencoded'

export const eventBody = (event: object, more: object = {}): string =>
  JSON.stringify({
    token: 'verification-token',
    type: 'event_callback',
    team_id: 'T1',
    api_app_id: 'A1',
    event_id: 'Ev1',
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [{ team_id: 'T1', user_id: 'UBOT', is_bot: true }],
    event,
    ...more,
  })

export const flagReaction = {
  type: 'reaction_added',
  user: 'UANNA',
  reaction: 'triangular_flag_on_post',
  item_user: 'UBEN',
  item: { type: 'message', channel: 'C1', ts: '1700000000.000100' },
}

export const commandBody = (text: string, more: Record<string, string> = {}): string =>
  new URLSearchParams({
    team_id: 'T1',
    command: '/cx',
    text,
    user_id: 'UANNA',
    channel_id: 'C1',
    channel_name: 'support',
    trigger_id: '1.2.abc',
    ...more,
  }).toString()

export const payloadBody = (payload: object): string =>
  new URLSearchParams({
    payload: JSON.stringify({
      team: { id: 'T1' },
      user: { id: 'UANNA', team_id: 'T1' },
      trigger_id: '1.2.abc',
      ...payload,
    }),
  }).toString()
