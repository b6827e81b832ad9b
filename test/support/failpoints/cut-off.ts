import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe } from 'node:diagnostics_channel'
import { Socket } from 'node:net'

/** One of the bots in a process, and the connections that it has. */
export type Life = { readonly sockets: Set<Socket>; port?: number; isOver: boolean }

const lives = new Map<number, Life>()
const current = new AsyncLocalStorage<Life>()

const belongs = (socket: Socket, life: Life): void => {
  if (life.isOver) return void socket.destroy()
  life.sockets.add(socket)
  socket.once('close', () => life.sockets.delete(socket))
}

const connect = Socket.prototype.connect

/** Whoever connects is one of the bots; one that is cut off reaches nobody. */
Socket.prototype.connect = function (this: Socket, ...to: unknown[]): Socket {
  const life = current.getStore()
  if (life === undefined) throw new Error('a connection that is nobody’s cannot be cut off')
  if (life.isOver) return this
  belongs(this, life)
  return Reflect.apply(connect, this, to)
}

subscribe('net.server.socket', (message) => {
  const { socket } = message as { socket: Socket }
  for (const life of lives.values()) if (life.port === socket.localPort) belongs(socket, life)
})

/** Does work as one of several bots in this process. */
export const liveAs = <T>(id: number, work: (life: Life) => T): T => {
  const life: Life = { sockets: new Set(), isOver: false }
  lives.set(id, life)
  return current.run(life, () => work(life))
}

/** As if its process were dead: all its connections end at this instant, and it gets no others. */
export const cutOff = (life: Life): void => {
  life.isOver = true
  for (const socket of life.sockets) socket.destroy()
}
