import type { IncomingMessage } from 'node:http'

/** More than Slack ever sends. */
const mostBytes = 1_048_576

/** The whole body; `too_large` as soon as it is known to be, and nothing of it is kept; `cut_off` when it never ends. */
export const readBody = (request: IncomingMessage): Promise<Buffer | 'too_large' | 'cut_off'> => {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return Promise.resolve('too_large')
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= mostBytes) return void chunks.push(chunk)
      chunks.length = 0
      resolve('too_large')
    })
    request.on('end', () => resolve(Buffer.concat(chunks)))
    request.on('error', () => resolve('cut_off'))
    request.on('close', () => resolve('cut_off'))
  })
}
