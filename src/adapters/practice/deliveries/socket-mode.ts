import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { isJson, parseJson } from '../json.ts'
import type { Attempt, Delivery } from '../world/types.ts'
import type { World } from '../world/world.ts'
import { acceptWebSocket, type WebSocketEnd } from './web-socket.ts'

const TYPES = { event: 'events_api', command: 'slash_commands', interaction: 'interactive' } as const
const PING_EVERY = 10_000

export type SocketMode = {
  /** Takes an upgrade request of the HTTP server. */
  upgrade: (request: IncomingMessage, socket: Duplex) => void
  connections: () => number
  /** Asks the app to reconnect, as Slack does every few hours. */
  refresh: () => void
  close: () => void
}

type Waiting = Map<string, (payload: unknown) => void>

/** The server side of Socket Mode: hello, envelopes, acknowledgements with their payload. */
export function createSocketMode(world: World): SocketMode {
  const open: WebSocketEnd[] = []
  const waiting: Waiting = new Map()
  world.sendBySocket = sender(world, open, waiting)
  const ping = setInterval(() => {
    for (const connection of open) connection.ping()
  }, PING_EVERY)
  ping.unref()
  return {
    upgrade: (request, socket) => accept(world, open, waiting, request, socket),
    connections: () => open.length,
    refresh: () => {
      const message = { type: 'disconnect', reason: 'refresh_requested', debug_info: { host: 'practice' } }
      for (const connection of [...open]) {
        connection.send(JSON.stringify(message))
        connection.close()
      }
    },
    close: () => {
      clearInterval(ping)
      for (const connection of [...open]) connection.close()
    },
  }
}

/** Several connections take turns, as Slack spreads its envelopes. */
function sender(world: World, open: WebSocketEnd[], waiting: Waiting): World['sendBySocket'] {
  let turn = 0
  return (delivery, retry) => {
    const connection = open[turn++ % Math.max(1, open.length)]
    const attempt: Attempt = { at: world.now(), retry, transport: 'socket', headers: {} }
    if (!connection) return Promise.resolve({ ...attempt, failure: 'connection_failed' })
    return new Promise((resolve) => {
      const id = randomUUID()
      const finish = (result: Partial<Attempt>) => {
        clearTimeout(timer)
        waiting.delete(id)
        resolve({ ...attempt, ...result })
      }
      const timer = setTimeout(() => finish({ failure: 'http_timeout' }), world.options.answerWithin ?? 3000)
      waiting.set(id, (payload) => finish({ status: 200, body: payload === undefined ? '' : JSON.stringify(payload) }))
      connection.send(JSON.stringify(envelope(delivery, id, retry)))
    })
  }
}

function accept(world: World, open: WebSocketEnd[], waiting: Waiting, request: IncomingMessage, socket: Duplex): void {
  const ticket = new URL(request.url ?? '/', 'http://local').searchParams.get('ticket') ?? ''
  const key = request.headers['sec-websocket-key']
  if (!key || !world.tickets.delete(ticket)) {
    socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
    return
  }
  const end = () => {
    const index = open.indexOf(connection)
    if (index >= 0) open.splice(index, 1)
    world.changes.announce()
  }
  const connection = acceptWebSocket(socket, key, { text: (text) => acknowledge(waiting, text), end })
  open.push(connection)
  connection.send(JSON.stringify(hello(world, open.length)))
  world.changes.announce()
}

function envelope(delivery: Delivery, id: string, retry: number): object {
  return {
    envelope_id: id,
    payload: delivery.payload,
    type: TYPES[delivery.kind],
    accepts_response_payload: delivery.kind !== 'event',
    ...(delivery.kind === 'event' ? { retry_attempt: retry, retry_reason: retry > 0 ? 'timeout' : '' } : {}),
  }
}

function hello(world: World, connections: number): object {
  return {
    type: 'hello',
    num_connections: connections,
    debug_info: { host: 'practice', build_number: 1, approximate_connection_time: 18_060 },
    connection_info: { app_id: world.options.appId },
  }
}

function acknowledge(waiting: Waiting, text: string): void {
  const message = parseJson(text)
  if (isJson(message)) waiting.get(String(message.envelope_id))?.(message.payload)
}
