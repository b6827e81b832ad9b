import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { practiceSeed } from '#adapters/practice/seed.ts'

const cli = fileURLToPath(new URL('../../../src/cli.ts', import.meta.url))

type Environment = Readonly<Record<string, string>>

/** What a command said, and how it ended. */
export type Outcome = { readonly out: string; readonly err: string; readonly code: number | null }

/** The real `node src/cli.ts`, with this environment and nothing else that configures it; what it says may go to a file. */
export const spawnCommand = (args: readonly string[], env: Environment, cwd = tmpdir(), file?: number) => {
  const { PATH = '', HOME = '', TMPDIR } = process.env
  const inherited = { PATH, HOME, ...(TMPDIR === undefined ? {} : { TMPDIR }) }
  const child: ChildProcess = spawn(process.execPath, [cli, ...args], {
    cwd,
    env: { ...inherited, ...env },
    stdio: ['ignore', file ?? 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  child.stdout?.on('data', (chunk) => {
    out += chunk
  })
  child.stderr?.on('data', (chunk) => {
    err += chunk
  })
  const ended = once(child, 'close').then(([code]): Outcome => ({ out, err, code }))
  return { child, ended }
}

/** Runs a command to its end. */
export const command = (args: readonly string[], env: Environment, cwd?: string): Promise<Outcome> =>
  spawnCommand(args, env, cwd).ended

/** What reaches Slack at this address, and the database at that one. */
export const settingFor = (apiUrl: string, databaseUrl: string): Environment => {
  const { botToken, signingSecret } = practiceSeed()
  return {
    SLACK_BOT_TOKEN: botToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: apiUrl,
    DATABASE_URL: databaseUrl,
  }
}

/** Somebody who takes every connection and never says a word, as a firewall or a stopped process does. */
export const startMute = async () => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    heard += 1
  })
  let heard = 0
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const place = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  return { place, heard: () => heard, stop: () => server.close() }
}
