import { isUtf8 } from 'node:buffer'

/** How many bytes at the end of a chunk begin a character that only the next chunk completes. */
const unfinished = (bytes: Buffer): number => {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0
  }
  return 0
}

/** Decodes UTF-8 chunk by chunk, and from the first chunk on that is none, what Windows writes in western Europe. */
const createDecoder = () => {
  const western = new TextDecoder('windows-1252')
  let carried: Buffer = Buffer.alloc(0)
  let utf8 = true
  return (chunk: Buffer, last: boolean): string => {
    const bytes = carried.length > 0 ? Buffer.concat([carried, chunk]) : chunk
    const whole = utf8 && !last ? bytes.length - unfinished(bytes) : bytes.length
    if (utf8 && !isUtf8(bytes.subarray(0, whole))) utf8 = false
    carried = utf8 ? bytes.subarray(whole) : Buffer.alloc(0)
    return utf8 ? bytes.toString('utf8', 0, whole) : western.decode(bytes)
  }
}

const createWideDecoder = (encoding: 'utf-16le' | 'utf-16be') => {
  const decoder = new TextDecoder(encoding)
  return (chunk: Buffer, last: boolean): string => decoder.decode(chunk, { stream: !last })
}

/** Which UTF-16 bytes are in, by the mark they begin with. */
export const wideEncoding = (head: Buffer): 'utf-16le' | 'utf-16be' | undefined => {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : undefined
}

const decoderFor = (head: Buffer) => {
  const encoding = wideEncoding(head)
  return encoding === undefined ? createDecoder() : createWideDecoder(encoding)
}

/** Lines that end as on old Macs, with a carriage return alone. */
const endsWithReturns = (text: string): boolean => text.includes('\r') && !text.includes('\n')

/** The text of a file: UTF-8, UTF-16 with its mark, or Windows-1252; without a byte order mark. */
export async function* decodeText(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decode: ((chunk: Buffer, last: boolean) => string) | undefined
  let oldMac: boolean | undefined
  for await (const chunk of chunks) {
    decode ??= decoderFor(chunk)
    const decoded = decode(chunk, false)
    const text = oldMac === undefined ? decoded.replace(/^\uFEFF/, '') : decoded
    oldMac ??= endsWithReturns(text.replace(/\r$/, ''))
    yield oldMac ? text.replaceAll('\r', '\n') : text
  }
  const rest = decode?.(Buffer.alloc(0), true) ?? ''
  if (rest !== '') yield rest
}
