import { createReadStream, statSync } from 'node:fs'
import { PassThrough, pipeline, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { LogMistake } from '../mistake.ts'
import { decodeText, wideEncoding } from './decode-text.ts'

/** A file to be read, or what comes through a pipe; `again` says whether it can be read a second time. */
export type Log = {
  readonly name: string
  /** Its size in bytes, where that is known. */
  readonly size: number | undefined
  readonly again: boolean
  /** Its text from the beginning, in pieces; `onBytes` hears how many bytes of the file were taken. */
  readonly text: (onBytes?: (count: number) => void) => AsyncGenerator<string>
}

const chunkSize = 64 * 1024

const unreadable: Readonly<Record<string, string>> = {
  ENOENT: 'is not there.',
  EACCES: 'may not be read by this user.',
  EISDIR: 'is a folder: name the CSV file.',
  Z_BUF_ERROR: 'ends too early: it was not copied whole.',
  Z_DATA_ERROR: 'is compressed, but damaged: copy it again.',
}

const cannotRead = (name: string, cause: unknown): Error => {
  if (cause instanceof LogMistake) return cause
  const { code = '', message } = cause as NodeJS.ErrnoException
  return new LogMistake(`${name} ${unreadable[code] ?? `cannot be read: ${message}.`}`)
}

/** What a file is that is no text, by how it begins. */
const strangeKind = (head: Buffer): string | undefined => {
  if (head.subarray(0, 2).toString('latin1') === 'PK')
    return 'is an Excel workbook or a ZIP archive: save the sheet as “CSV UTF-8”, or unpack it.'
  return head.subarray(0, 4096).includes(0) && wideEncoding(head) === undefined
    ? 'is no text: export it as CSV.'
    : undefined
}

/** The bytes that a stream gives, unpacked when they are compressed with gzip. */
async function* plainBytes(source: Readable, onBytes: (count: number) => void): AsyncGenerator<Buffer> {
  const bytes = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  const first = await bytes.next()
  if (first.done === true) return
  async function* raw(): AsyncGenerator<Buffer> {
    for (let next = first; next.done !== true; next = await bytes.next()) {
      onBytes(next.value.length)
      yield next.value
    }
  }
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) return yield* raw()
  const unpacked = new PassThrough({ readableHighWaterMark: chunkSize })
  pipeline(raw(), createGunzip({ chunkSize }), unpacked, () => undefined)
  yield* unpacked as AsyncIterable<Buffer>
}

async function* textOf(name: string, source: Readable, onBytes: (count: number) => void): AsyncGenerator<string> {
  try {
    let first = true
    const bytes = plainBytes(source, onBytes)
    const looked = async function* (): AsyncGenerator<Buffer> {
      for await (const chunk of bytes) {
        const strange = first ? strangeKind(chunk) : undefined
        if (strange !== undefined) throw new LogMistake(`${name} ${strange}`)
        first = false
        yield chunk
      }
    }
    yield* decodeText(looked())
  } catch (cause) {
    throw cannotRead(name, cause)
  } finally {
    source.destroy()
  }
}

const ignore = (): void => undefined

/** The file of this name; `-` is what comes through standard input. Throws a sentence when there is none. */
export const openLog = (file: string): Log => {
  if (file === '-')
    return {
      name: 'standard input',
      size: undefined,
      again: false,
      text: (onBytes = ignore) => textOf('standard input', process.stdin, onBytes),
    }
  try {
    const found = statSync(file)
    const size = found.isFile() ? found.size : undefined
    return {
      name: file,
      size,
      again: size !== undefined,
      text: (onBytes = ignore) => textOf(file, createReadStream(file, { highWaterMark: chunkSize }), onBytes),
    }
  } catch (cause) {
    throw cannotRead(file, cause)
  }
}
