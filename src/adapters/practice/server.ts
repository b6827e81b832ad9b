import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'
import { answerCall } from './api/call.ts'
import type { Reply } from './api/method.ts'
import { createRateLimiter } from './api/rate-limits.ts'
import { answerResponseUrl } from './deliveries/response-urls.ts'
import { createSocketMode, type SocketMode } from './deliveries/socket-mode.ts'
import { mediaType } from './world/files.ts'
import type { World } from './world/world.ts'

type OverHttp = { Bindings: HttpBindings }

const MAX_BODY = 4 * 1024 * 1024

export type PracticeServer = {
  start: (at: { port?: number; host?: string }) => Promise<string>
  stop: () => Promise<void>
  socketMode: SocketMode
}

/** Slack's side of the wire: Web API, uploads, response urls, Socket Mode, and whatever the page adds. */
export function createPracticeServer(world: World, page: Hono): PracticeServer {
  const app = routes(world)
  app.route('/', page)
  const http = createServer(getRequestListener(app.fetch))
  const socketMode = createSocketMode(world)
  http.on('upgrade', (request, socket) => socketMode.upgrade(request, socket))
  return {
    socketMode,
    start: async ({ port = 0, host = '127.0.0.1' }) => {
      await listen(http, port, host)
      world.origin = `http://${host.includes(':') ? `[${host}]` : host}:${(http.address() as AddressInfo).port}`
      return world.origin
    },
    stop: async () => {
      for (const timer of world.timers) clearTimeout(timer)
      world.timers.clear()
      socketMode.close()
      http.closeAllConnections()
      await new Promise<void>((resolve) => http.close(() => resolve()))
    },
  }
}

function routes(world: World): Hono<OverHttp> {
  const app = new Hono<OverHttp>()
  const limiter = createRateLimiter(world.now)
  app.on(['GET', 'POST'], '/api/:method', async (context) => {
    const reply = await answerCall(world, limiter, context.req.param('method'), context.req.raw)
    const headers = { 'content-type': 'application/json; charset=utf-8', ...reply.headers }
    return send(context.env.outgoing, { ...reply, headers, body: JSON.stringify(reply.body) })
  })
  app.post('/upload/v1/:id', async (context) => {
    const file = world.files.get(context.req.param('id'))
    if (!file) return context.text('file_not_found', 404)
    const bytes = await uploaded(context.req.raw)
    if (bytes.length > MAX_BODY || bytes.length !== file.length) return context.text('length_mismatch', 400)
    file.bytes = bytes
    return context.text(`OK - ${bytes.length}`)
  })
  app.get('/files/:id/:name', (context) => {
    const file = world.files.get(context.req.param('id'))
    if (!file?.bytes) return context.notFound()
    return new Response(new Uint8Array(file.bytes), { headers: { 'content-type': mediaType(file.name) } })
  })
  for (const kind of ['commands', 'actions']) {
    app.post(`/${kind}/:team/:at/:secret`, async (context) => {
      const done = world.changes.begin()
      const reply = await answerResponseUrl(world, context.req.path, await context.req.text()).finally(done)
      return send(context.env.outgoing, reply)
    })
  }
  return app
}

/** Sends an answer, or does to the connection what a fault wants. */
async function send(outgoing: HttpBindings['outgoing'], { status, body, headers, cut }: Reply<string>) {
  if (cut === undefined) return new Response(body, { status, headers })
  if (cut === 'broken') outgoing.destroy()
  else if (!outgoing.closed) await once(outgoing, 'close')
  return RESPONSE_ALREADY_SENT
}

/** The bytes of an upload: the plain body, or the first file of a form. */
async function uploaded(request: Request): Promise<Buffer> {
  if (!(request.headers.get('content-type') ?? '').includes('multipart/form-data')) {
    return Buffer.from(await request.arrayBuffer())
  }
  const form = await request.formData()
  const file = [...form.values()].find((value) => typeof value !== 'string')
  return file ? Buffer.from(await (file as Blob).arrayBuffer()) : Buffer.alloc(0)
}

function listen(http: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, host, () => {
      http.off('error', reject)
      resolve()
    })
  })
}
