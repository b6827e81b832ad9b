import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Where Slack delivers: passes each delivery on to the next bot in turn, as a load balancer without health checks does. */
export const startRelay = async (ports: () => readonly number[]) => {
  let turn = 0
  const pass = (from: IncomingMessage, to: ServerResponse): void => {
    const living = ports()
    const port = living[turn++ % Math.max(1, living.length)]
    const fail = (): void => {
      if (!to.headersSent) to.writeHead(502)
      to.end()
    }
    if (port === undefined) {
      fail()
      return
    }
    const { method, url, headers } = from
    const onward = request({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.once('error', fail)
      answer.pipe(to)
    })
    onward.once('error', fail)
    to.once('close', () => onward.destroy())
    from.pipe(onward)
  }
  const server = createServer(pass)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`,
    stop: async (): Promise<void> => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
