import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { startEmbeddedPostgres } from '#adapters/postgres/embedded/start-embedded-postgres.ts'
import { practiceSeed } from '#adapters/practice/seed.ts'
import { spawnBot, untilReady } from '../../../test/support/bot-process.ts'
import { createSender, type Sender } from './sender.ts'

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url))

const { botToken, signingSecret } = practiceSeed()

type Companion = { readonly child: ChildProcess; readonly ask: (word: string) => Promise<string> }

/** Another process of the bench; answers each word with a line. */
const companion = async (file: string, ...args: string[]): Promise<Companion & { readonly said: string }> => {
  const child = spawn(process.execPath, [here(file), ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  const line = async (): Promise<string> => String((await once(child.stdout, 'data'))[0]).trim()
  const said = await line()
  const ask = (word: string): Promise<string> => {
    child.stdin.write(`${word}\n`)
    return line()
  }
  return { child, ask, said }
}

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

/** Resident memory of a process now, in MB. */
const residentMb = async (pid: number | undefined): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}

export type Stand = {
  readonly sender: Sender
  readonly database: pg.Pool
  /** Resident memory of the bot, in MB. */
  readonly memory: () => Promise<number>
  /** Slack takes no messages, or takes them again; answers how often it has said so far that it was too much. */
  readonly slack: (is: 'away' | 'back') => Promise<number>
  readonly close: () => Promise<void>
}

/** What the bot needs to know of a stand-in for Slack. */
export const slackEnvironment = (apiUrl: string): Readonly<Record<string, string>> => ({
  SLACK_BOT_TOKEN: botToken,
  SLACK_SIGNING_SECRET: signingSecret,
  SLACK_API_URL: apiUrl,
  COUNCIL_FILE: here('../../../practice/council.yml'),
  LOG_LEVEL: 'error',
})

/** A stand-in for Slack's Web API in a process of its own; `--limits` makes it keep Slack's limits. */
export const openSlack = async (...args: string[]) => {
  const { child, ask, said } = await companion('./stand-in.ts', ...args)
  return { apiUrl: said, ask, close: () => end(child) }
}

/** The bot in a process, the embedded database in its own, and a stand-in for Slack in a third; an empty workspace. */
export const openStand = async (...slackArgs: string[]): Promise<Stand> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'cx-bench-'))
  const postgres = await startEmbeddedPostgres({ dataDir, log: { info: () => undefined } })
  const slack = await openSlack(...slackArgs)
  const bot = await spawnBot({ ...slackEnvironment(slack.apiUrl), DATABASE_URL: postgres.url })
  await untilReady(bot)
  const database = new pg.Pool({ connectionString: postgres.url, max: 2 })
  database.on('error', () => undefined)
  const sender = createSender(bot.port, signingSecret)
  return {
    sender,
    database,
    memory: () => residentMb(bot.child.pid),
    slack: async (is) => Number(await slack.ask(is)),
    close: async () => {
      sender.close()
      await bot.terminate()
      await slack.close()
      await database.end()
      await postgres.stop()
      await rm(dataDir, { recursive: true, force: true })
      process.stderr.write(bot.output().slice(0, 2_000))
    },
  }
}

/** A bare Bolt app on a port of its own. */
export const openBareApp = async () => {
  const { child, said: port } = await companion('./bare-app.ts', signingSecret)
  const sender = createSender(Number(port), signingSecret)
  return {
    sender,
    close: async () => {
      sender.close()
      await end(child)
    },
  }
}
