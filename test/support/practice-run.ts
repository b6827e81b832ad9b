import { fileURLToPath } from 'node:url'
import { createLogger, type Logger } from '#adapters/logger.ts'
import type { PracticeOptions } from '#adapters/practice/options.ts'
import { createPracticeWorkspace } from '#adapters/practice/practice-workspace.ts'
import { practiceSeed } from '#adapters/practice/seed.ts'
import { readManifest } from '#adapters/slack/manifest.ts'
import { type Instruments, noInstruments } from '../../src/compose/instruments.ts'
import { startProduct } from '../../src/compose.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'
import { expectSlackToTakeAll } from './slack/audit.ts'

const file = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** The bot in the practice workspace, over real HTTP and a real database: `as(person)` acts as they would. */
export const startPracticeRun = async (
  mode: 'http' | 'socket' = 'http',
  {
    timeoutMs = 10_000,
    database = createTestDatabase,
    log = createLogger('fatal'),
    rhythm,
    ports,
    unpaced = false,
    ...practice
  }: Partial<PracticeOptions> & {
    timeoutMs?: number
    log?: Logger
    rhythm?: string
    ports?: Instruments['ports']
    unpaced?: boolean
    database?: () => Promise<TestDatabase>
  } = {},
) => {
  const { url, drop } = await database()
  const seed = practiceSeed(practice.now?.())
  const manifest = await readManifest(file('manifest.yml'))
  const slack = createPracticeWorkspace({ ...seed, ...manifest, retryDelays: [0, 200, 400], ...practice })
  await slack.start()
  const config = {
    slack:
      mode === 'http'
        ? { mode, botToken: seed.botToken, signingSecret: seed.signingSecret, apiUrl: slack.apiUrl, timeoutMs, unpaced }
        : { mode, botToken: seed.botToken, appToken: seed.appToken, apiUrl: slack.apiUrl, timeoutMs, unpaced },
    port: 0,
    databaseUrl: url,
    dataDir: '',
    councilFile: file('practice/council.yml'),
    logLevel: 'fatal' as const,
  }
  const start = async () => {
    const instruments = { ...noInstruments, ...(rhythm === undefined ? {} : { rhythm }), ...(ports ? { ports } : {}) }
    const running = await startProduct(config, log, instruments)
    slack.deliverTo(mode === 'http' ? `http://127.0.0.1:${running.port}/slack/events` : 'socket')
    await running.working
    return running
  }
  let running = await start()
  type Actor = ReturnType<typeof slack.as>
  const buttonsFor = (posts: ReturnType<Actor['dms']>, button: string) =>
    posts.findLast((post) => post.buttons.includes(button))
  return {
    slack,
    url,
    /** Where the bot answers over HTTP. */
    address: () => `http://127.0.0.1:${running.port}`,
    as: slack.as,
    /** The newest direct message to a person with this button, once it is there. */
    dm: (actor: Actor, button: string) =>
      slack.waitFor(() => buttonsFor(actor.dms(), button), { what: `a direct message with ${button}` }),
    /** The newest message of a channel with this button, once it is there. */
    card: (actor: Actor, channel: string, button: string) =>
      slack.waitFor(() => buttonsFor(actor.messages(channel), button), { what: `a card with ${button}` }),
    /** The form that opens for a person. */
    form: async (actor: Actor) =>
      slack.visibleText((await slack.waitFor(() => actor.modal(), { what: 'a form' })) as never),
    /** Waits until a person can read this somewhere among the messages given. */
    reads: (posts: () => ReturnType<Actor['dms']>, words: string) =>
      slack.waitFor(() => posts().find((post) => post.visible.includes(words)), { what: `“${words}”` }),
    /** What `/readyz` says, with its status. */
    readiness: async () => {
      const answer = await fetch(`http://127.0.0.1:${running.port}/readyz`)
      return { status: answer.status, text: await answer.text() }
    },
    /** Stops the bot as an operator would and starts it again on the same database. */
    restart: async () => {
      await running.stop()
      running = await start()
    },
    /** Ends the run; throws when Slack would not have taken all of it as it was meant. */
    stop: async () => {
      await running.stop()
      await slack.stop()
      await drop()
      expectSlackToTakeAll(slack)
    },
  }
}

export type PracticeRun = Awaited<ReturnType<typeof startPracticeRun>>
