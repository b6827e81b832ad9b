import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import { eventually } from '../../support/eventually.ts'
import type { PracticeRun } from '../../support/practice-run.ts'
import { startPracticeRun } from '../../support/practice-run.ts'

let run: PracticeRun
let database: pg.Client

beforeAll(async () => {
  run = await startPracticeRun()
  database = new pg.Client({ connectionString: run.url })
  await database.connect()
})
afterAll(async () => {
  await database.end()
  await run.stop()
})

/** How many of the bot's connections were asked something during this; the queue's own, which look for work, apart. */
const askedDuring = async (act: () => Promise<unknown>): Promise<number> => {
  const { rows } = await database.query<{ now: string }>('SELECT clock_timestamp()::text AS now')
  await act()
  await run.slack.settled()
  const asked = await database.query(
    `SELECT FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
     AND application_name NOT LIKE 'cx-council-%' AND query_start > $1`,
    [rows[0]?.now],
  )
  return asked.rows.length
}

it('a reaction with an emoji that is not configured costs no query, though many come; a flag does', async () => {
  const anna = run.as(PEOPLE.anna)
  const reactWith = async (emojis: readonly string[]) => {
    const { ts } = await anna.post(CHANNELS.support, 'Nordwind was charged twice.')
    await Promise.all(emojis.map((emoji) => anna.react(CHANNELS.support, ts, emoji)))
  }
  const idle = ['tada', 'eyes', 'heart', 'rocket', 'wave', 'fire', 'muscle', 'pray', 'raised_hands', 'joy']
  expect(await askedDuring(() => reactWith(['triangular_flag_on_post']))).toBeGreaterThan(0)
  await run.dm(anna, 'Add details')
  const delivered = run.slack.deliveries('reaction_added').length
  // The clock may ask something by itself meanwhile, twice a minute: one of several rounds is without.
  await eventually(async () => (await askedDuring(() => reactWith(idle))) === 0, 15_000)
  const rounds = (run.slack.deliveries('reaction_added').length - delivered) / idle.length
  expect(rounds).toBeGreaterThanOrEqual(1)
}, 60_000)
