import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { createPracticeWorkspace } from '#adapters/practice/practice-workspace.ts'
import { practiceSeed } from '#adapters/practice/seed.ts'
import { readManifest } from '#adapters/slack/manifest.ts'
import { createTestDatabase } from '../database.ts'
import { eventually } from '../eventually.ts'
import { type FailingBot, loadFailingBot } from './failing-bot.ts'
import type { DieAt, Failpoint } from './names.ts'

const file = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

const day = 86_400_000

/** From now to a Wednesday when New York and Berlin are both at work, whenever the tests run; milliseconds. */
const toWorkingHours = (): number => {
  const now = new Date()
  const wednesday =
    Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate(), 15) + (3 - now.getUTCDay()) * day
  return wednesday - now.getTime()
}

const patience = 30_000

const openSlack = async (ahead: number) => {
  const seed = practiceSeed()
  const manifest = await readManifest(file('manifest.yml'))
  const now = () => Date.now() + ahead
  const slack = createPracticeWorkspace({ ...seed, ...manifest, retryDelays: [], now, signedAt: now })
  await slack.start()
  const { botToken, signingSecret } = seed
  return { slack, env: { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: slack.apiUrl } }
}

/** A practice workspace, a database and a bot that can be made to die; another one is loaded and waits. */
export const openStand = async () => {
  const ahead = toWorkingHours()
  const { url, drop } = await createTestDatabase()
  const { slack, env: credentials } = await openSlack(ahead)
  const database = new pg.Pool({ connectionString: url, max: 2 })
  const env = {
    ...credentials,
    DATABASE_URL: url,
    COUNCIL_FILE: file('practice/council.yml'),
    CLOCK_AHEAD_MS: String(ahead),
  }
  const load = (): FailingBot => loadFailingBot(env)
  let spare = load()
  let bot = spare
  const startNext = async (): Promise<void> => {
    bot = spare
    spare = load()
    slack.deliverTo(await bot.start())
  }
  await startNext()
  const rows = async (sql: string, ...values: readonly unknown[]) => (await database.query(sql, [...values])).rows
  /** Nothing is under way in Slack and no work is left in the queues, twice in a row. */
  const quiet = async (): Promise<void> => {
    const isEmpty = async () =>
      (await rows("SELECT FROM pgboss.job WHERE state IN ('created', 'retry', 'active')")).length === 0
    await eventually(async () => {
      await slack.settled({ quietFor: 60, timeout: patience })
      return (await isEmpty()) && !slack.world.changes.busy()
    }, patience)
  }
  return {
    slack,
    as: slack.as,
    rows,
    quiet,
    now: () => new Date(Date.now() + ahead),
    /** What the bot passes while this is done and until it is so and all is quiet. */
    record: async (act: () => Promise<unknown>, isDone: () => Promise<boolean>): Promise<readonly Failpoint[]> => {
      await bot.beginAnew()
      await act()
      await eventually(isDone, patience)
      await quiet()
      return bot.beginAnew()
    },
    /** Has the bot killed at a failpoint while this is done, and starts the next one; false when it was not passed. */
    dieDuring: async (at: DieAt, act: () => Promise<unknown>, isDone: () => Promise<boolean>): Promise<boolean> => {
      await bot.beginAnew(at)
      const acted = act().catch(() => undefined)
      const survived = acted.then(() => eventually(isDone, patience)).then(quiet)
      const died = await Promise.race([bot.ended.then(() => true), survived.then(() => false).catch(() => false)])
      await acted
      if (died) await startNext()
      return died
    },
    /** Slack sends every event again that was not taken. */
    slackRepeats: async (): Promise<void> => {
      const lost = slack
        .deliveries()
        .filter(({ kind, attempts }) => kind === 'event' && attempts.at(-1)?.status !== 200)
      for (const delivery of lost) await slack.deliverAgain(delivery)
    },
    close: async () => {
      await Promise.all([bot.kill(), spare.kill()])
      await slack.stop()
      await database.end()
      await drop()
    },
  }
}

export type Stand = Awaited<ReturnType<typeof openStand>>
