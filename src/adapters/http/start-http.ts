import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Checks } from './readiness.ts'
import { createRoutes, type MetricsPage } from './routes.ts'

/** A path whose requests are answered elsewhere, with every method. */
export type Mount = {
  readonly path: string
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void
}

export type HttpOptions = {
  /** 0 takes a free one. */
  readonly port: number
  readonly host?: string
  readonly checks: Checks
  readonly metrics?: MetricsPage
  readonly mounts?: readonly Mount[]
}

export type RunningHttp = {
  readonly port: number
  /** Takes no more, lets what is under way end for up to `graceMs` (5000), and closes. */
  readonly stop: (graceMs?: number) => Promise<void>
}

const pathOf = (request: IncomingMessage): string => (request.url ?? '/').split('?', 1)[0] ?? '/'

const closing =
  (server: Server) =>
  async (graceMs = 5_000): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeIdleConnections()
    const enough = setTimeout(() => server.closeAllConnections(), graceMs)
    await closed
    clearTimeout(enough)
  }

/** One server on one port for everything: the mounts, and the rest of our routes. */
export const startHttp = async ({ port, host, checks, metrics, mounts = [] }: HttpOptions): Promise<RunningHttp> => {
  const rest = getRequestListener(createRoutes(checks, metrics).fetch)
  const server = createServer({ requestTimeout: 20_000, headersTimeout: 10_000 }, (request, response) => {
    const mount = mounts.find(({ path }) => path === pathOf(request))
    if (mount) mount.handle(request, response)
    else void rest(request, response)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is in use: end what uses it, or name another in PORT.`)
          : error,
      ),
    )
    server.listen({ port, ...(host === undefined ? {} : { host }) }, () => resolve())
  })
  const address = server.address()
  return { port: typeof address === 'object' && address ? address.port : port, stop: closing(server) }
}
