import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

const passedOn = ['content-type', 'x-slack-signature', 'x-slack-request-timestamp', 'x-slack-retry-num']

const read = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(passedOn.flatMap((name) => (typeof headers[name] === 'string' ? [[name, headers[name]]] : [])))

/** One address before several replicas: each delivery goes to the next of them, and to nobody else when that is dead. */
export const startBalancer = async () => {
  let targets: readonly string[] = []
  let turn = 0
  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await read(request)
    turn += 1
    try {
      const target = targets[turn % targets.length] ?? ''
      const answer = await fetch(target, { method: 'POST', headers: headersOf(request), body: new Uint8Array(body) })
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' })
      response.end(await answer.text())
    } catch {
      response.writeHead(502).end()
    }
  }
  const server = createServer((request, response) => void pass(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sendTo: (addresses: readonly string[]) => {
      targets = addresses
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
