import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { eventually } from './eventually.ts'

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

const { scripts } = z
  .object({ scripts: z.object({ start: z.string() }) })
  .parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')))

/** What `npm start` tells Node. */
const nodeOptions = scripts.start.split(' ').filter((word) => word.startsWith('--'))

/** A port that is free now. */
export const freePort = async (): Promise<number> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

export type BotProcess = {
  readonly port: number
  readonly child: ChildProcess
  /** What it wrote to standard output and error. */
  readonly output: () => string
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>
  /** Asks it to stop; resolves with its exit code. */
  readonly terminate: () => Promise<number | null>
}

/** The real process, as `npm start` runs it, with this environment and nothing else that configures it. */
export const spawnBot = async (env: Readonly<Record<string, string>>): Promise<BotProcess> => {
  const port = await freePort()
  const { PATH = '', HOME = '', TMPDIR } = process.env
  const child = spawn(process.execPath, [...nodeOptions, main], {
    cwd: tmpdir(),
    env: { PATH, HOME, ...(TMPDIR === undefined ? {} : { TMPDIR }), PORT: String(port), ...env },
  })
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  return {
    port,
    child,
    output: () => said,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    terminate: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}

/** Resolves when the bot says that it is ready; longer than usual takes it to initialise a database of its own first. */
export const untilReady = ({ port }: BotProcess, limitMs = 25_000): Promise<unknown> =>
  eventually(
    async () => (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined))?.status === 200,
    limitMs,
  )
