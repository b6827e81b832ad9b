import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { createPracticeWorkspace } from '#adapters/practice/practice-workspace.ts'
import { practiceSeed } from '#adapters/practice/seed.ts'
import { readManifest } from '#adapters/slack/manifest.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { eventually } from '../eventually.ts'
import { expectSlackToTakeAll } from '../slack/audit.ts'

const file = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

const day = 86_400_000

/** From now to a Wednesday when New York and Berlin are both at work, whenever the tests run; milliseconds. */
const toWorkingHours = (): number => {
  const now = new Date()
  const wednesday =
    Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate(), 15) + (3 - now.getUTCDay()) * day
  return wednesday - now.getTime()
}

/** By how much everybody's clocks are ahead, in all workplaces of a test file; milliseconds. */
export const clockAhead = toWorkingHours()

/** How long anything may take on a busy machine; milliseconds. */
export const patience = 45_000

export type Needs = {
  readonly retryDelays?: number[]
  /** How far Slack's clock is ahead of everybody's; milliseconds. */
  readonly slackAhead?: number
  readonly database?: () => Promise<TestDatabase>
}

/** A practice workspace and a database on a working day, and what a bot has to be told of them. */
export const openWorkplace = async (needs: Needs = {}) => {
  const { url, drop } = await (needs.database ?? createTestDatabase)()
  const seed = practiceSeed()
  const manifest = await readManifest(file('manifest.yml'))
  const slackNow = () => Date.now() + clockAhead + (needs.slackAhead ?? 0)
  const retryDelays = needs.retryDelays ?? []
  const slack = createPracticeWorkspace({ ...seed, ...manifest, retryDelays, now: slackNow, signedAt: slackNow })
  await slack.start()
  const database = new pg.Pool({ connectionString: url, max: 2 })
  const rows = async (sql: string, ...values: readonly unknown[]) => (await database.query(sql, [...values])).rows
  const isEmpty = async () =>
    (await rows("SELECT FROM pgboss.job WHERE state IN ('created', 'retry', 'active')")).length === 0
  return {
    slack,
    as: slack.as,
    rows,
    now: () => new Date(Date.now() + clockAhead),
    /** The environment of a bot; its clock may be ahead of everybody's, milliseconds. */
    env: (further = 0): Readonly<Record<string, string>> => ({
      SLACK_BOT_TOKEN: seed.botToken,
      SLACK_SIGNING_SECRET: seed.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      DATABASE_URL: url,
      COUNCIL_FILE: file('practice/council.yml'),
      CLOCK_AHEAD_MS: String(clockAhead + further),
    }),
    /** Nothing is under way in Slack and no work is left in the queues. */
    quiet: async (): Promise<void> => {
      await eventually(async () => {
        await slack.settled({ quietFor: 60, timeout: patience })
        return (await isEmpty()) && !slack.world.changes.busy()
      }, patience)
    },
    /** Puts everything away; throws when Slack would not have taken all that it was given as it was meant. */
    close: async () => {
      await slack.stop()
      await database.end()
      await drop()
      expectSlackToTakeAll(slack)
    },
  }
}

export type Workplace = Awaited<ReturnType<typeof openWorkplace>>
