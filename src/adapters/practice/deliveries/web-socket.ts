import { createHash } from 'node:crypto'
import type { Duplex } from 'node:stream'

const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
const OPCODE = { text: 1, close: 8, ping: 9, pong: 10 } as const

/** The server's end of one WebSocket connection, as far as Socket Mode needs it (RFC 6455, text only). */
export type WebSocketEnd = { send: (text: string) => void; ping: () => void; close: () => void }

/** Answers the handshake and reads frames until the connection ends. */
export function acceptWebSocket(
  socket: Duplex,
  key: string,
  on: { text: (text: string) => void; end: () => void },
): WebSocketEnd {
  const accept = createHash('sha1')
    .update(key + MAGIC)
    .digest('base64')
  const headers = ['Upgrade: websocket', 'Connection: Upgrade', `Sec-WebSocket-Accept: ${accept}`]
  socket.write(`HTTP/1.1 101 Switching Protocols\r\n${headers.join('\r\n')}\r\n\r\n`)
  let buffered: Buffer = Buffer.alloc(0)
  let fragments: Buffer[] = []
  const write = (opcode: number, payload: Buffer) => {
    if (socket.writable) socket.write(frame(opcode, payload))
  }
  const handle = ({ opcode, final, payload }: Frame) => {
    if (opcode === OPCODE.ping) return write(OPCODE.pong, payload)
    if (opcode === OPCODE.close) {
      write(OPCODE.close, payload)
      socket.end()
    }
    if (opcode > OPCODE.text) return
    fragments.push(payload)
    if (!final) return
    on.text(Buffer.concat(fragments).toString())
    fragments = []
  }
  socket.on('data', (chunk: Buffer) => {
    buffered = Buffer.concat([buffered, chunk])
    for (let next = readFrame(buffered); next; next = readFrame(buffered)) {
      buffered = buffered.subarray(next.length)
      handle(next)
    }
  })
  socket.on('close', on.end)
  socket.on('error', () => socket.destroy())
  return {
    send: (text) => write(OPCODE.text, Buffer.from(text)),
    ping: () => write(OPCODE.ping, Buffer.from('practice')),
    close: () => {
      write(OPCODE.close, Buffer.from([0x03, 0xe8]))
      socket.end(() => socket.destroy())
    },
  }
}

type Frame = { opcode: number; final: boolean; payload: Buffer; length: number }

/** Reads one frame from the front of the bytes; undefined while it is incomplete. */
function readFrame(bytes: Buffer): Frame | undefined {
  if (bytes.length < 2) return undefined
  const [first = 0, second = 0] = bytes
  const short = second & 0x7f
  const masked = (second & 0x80) !== 0
  const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0
  const start = 2 + lengthBytes + (masked ? 4 : 0)
  if (bytes.length < start) return undefined
  const size = short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short
  if (bytes.length < start + size) return undefined
  const payload = Buffer.from(bytes.subarray(start, start + size))
  const mask = bytes.subarray(start - 4, start)
  if (masked) for (const [index, byte] of payload.entries()) payload[index] = byte ^ (mask[index % 4] ?? 0)
  return { opcode: first & 0x0f, final: (first & 0x80) !== 0, payload, length: start + size }
}

function frame(opcode: number, payload: Buffer): Buffer {
  const first = 0x80 | opcode
  if (payload.length < 126) return Buffer.concat([Buffer.from([first, payload.length]), payload])
  if (payload.length < 65_536) {
    const head = Buffer.from([first, 126, 0, 0])
    head.writeUInt16BE(payload.length, 2)
    return Buffer.concat([head, payload])
  }
  const head = Buffer.alloc(10)
  head[0] = first
  head[1] = 127
  head.writeBigUInt64BE(BigInt(payload.length), 2)
  return Buffer.concat([head, payload])
}
