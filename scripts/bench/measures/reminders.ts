// How long a round of reminders takes over 100,000 open issues, with a thousand due and with nothing due.
// Usage: node scripts/bench/measures/reminders.ts
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { readCouncilFile } from '#adapters/council-file/read-council-file.ts'
import { parseStoredCouncil, toStoredCouncil } from '#adapters/council-file/stored-council.ts'
import { createEnqueue } from '#adapters/jobs/enqueue.ts'
import { openQueues, startBoss } from '#adapters/jobs/queues.ts'
import { createDatabase, createPool } from '#adapters/postgres/database.ts'
import { postLedger } from '#adapters/postgres/repositories/posts/post-ledger.ts'
import { createRead, createUnitOfWork } from '#adapters/postgres/unit-of-work.ts'
import { createIds } from '#adapters/system.ts'
import { applyCouncil } from '#application/use-cases/council/apply-council.ts'
import { sendReminders } from '#application/use-cases/reminding/send-reminders.ts'
import type { Council } from '#domain/council.ts'
import { crowd, fillWithIssues } from '../../../test/support/lists/many-issues.ts'
import { execute, startTestServer, urlOfDatabase } from '../../../test/support/test-server.ts'

const { workspaceId } = crowd
const inAll = 100_000
const due = 1_000
const rounds = 5

// A Tuesday, noon in Berlin, where everybody is.
const start = new Date('2026-11-17T11:00:00Z')

const practiceCouncil = (): Council => {
  const read = readCouncilFile(readFileSync(new URL('../../../practice/council.yml', import.meta.url), 'utf8'))
  if (!('council' in read)) throw new Error(JSON.stringify(read.mistakes))
  return read.council
}

const directory = {
  person: async () => undefined,
  channel: async () => undefined,
  linkTo: () => undefined,
  messageText: async () => undefined,
  repliesSince: async () => [],
}

/** All issues are open and come due some other day; those of the round are half unclaimed, half promised to a customer. */
const openAll = (db: pg.Client) =>
  db.query(
    `UPDATE issue SET state = CASE WHEN number % 2 = 0 THEN 'flagged' ELSE 'claimed' END, route_by = NULL,
       department = coalesce(department, 'billing'), closed_at = NULL, resolved_at = NULL, outcome = NULL,
       owner = CASE WHEN number % 2 = 0 THEN NULL ELSE coalesce(owner, asked_person) END,
       event_count = 100, last_event_at = $2, last_update_at = $2, next_look_at = $2::timestamptz + interval '1 day' WHERE workspace_id = $1`,
    [workspaceId, start],
  )

/** Of another thousand issues each time, for three hundred people. */
const makeDue = (db: pg.Client, round: number, now: Date) =>
  db.query(
    `UPDATE issue SET next_look_at = $3, asked_at = $3::timestamptz - interval '150 minutes', severity = 'normal',
       asked_person = 'U' || lpad((number % 300)::text, 5, '0'),
       owner = CASE WHEN state = 'claimed' THEN 'U' || lpad((number % 300)::text, 5, '0') END,
       promise_by = CASE WHEN state = 'claimed' THEN $3::timestamptz - interval '1 hour' END, last_update_at = $3
     WHERE workspace_id = $1 AND number > $2 AND number <= $2 + $4`,
    [workspaceId, round * due, now, due],
  )

export type Rounds = {
  /** Milliseconds of each round. */
  readonly withDue: readonly number[]
  readonly withNothing: readonly number[]
  readonly sent: number
}

/** A database of its own full of open issues. */
const fill = async () => {
  const server = await startTestServer()
  const name = 'cx_reminders'
  await execute(server.url, `CREATE DATABASE "${name}" TEMPLATE "${server.template}"`)
  const url = urlOfDatabase(server.url, name)
  await fillWithIssues(url, inAll, start)
  const db = new pg.Client({ connectionString: url })
  await db.connect()
  await db.query('DELETE FROM handover')
  await db.query('DELETE FROM reminder')
  await openAll(db)
  await db.query('VACUUM ANALYZE')
  return { server, url, db }
}

/** The real round over a real database and queue; only Slack, where nobody says anything, is made up. */
const openRound = async (url: string, clock: { now: () => Date }) => {
  const pool = createPool(url)
  const database = createDatabase(pool)
  const boss = await startBoss(url, { warn: () => undefined })
  await openQueues(boss, workspaceId)
  const ids = createIds(clock)
  const codec = { read: parseStoredCouncil, write: toStoredCouncil }
  const deps = { database, sql: pool, ids, codec, queueJobs: createEnqueue(boss, ids) }
  const ports = {
    clock,
    directory,
    unitOfWork: createUnitOfWork(deps),
    read: createRead(deps),
    posts: postLedger(pool),
    ids,
  }
  await applyCouncil(ports)({ workspaceId, council: practiceCouncil() })
  const tick = sendReminders(ports)
  return {
    timed: async (): Promise<number> => {
      const begun = performance.now()
      await tick(workspaceId)
      return performance.now() - begun
    },
    close: async () => {
      await boss.stop({ graceful: false })
      await database.$disconnect()
      await pool.end()
    },
  }
}

const notDue = `UPDATE issue SET next_look_at = $2::timestamptz + interval '1 day'
  WHERE workspace_id = $1 AND next_look_at <= $2`

const settled = "UPDATE issue SET state = 'closed', next_look_at = NULL WHERE workspace_id = $1 AND number <= $2"

/** Takes a minute or two, most of which goes into filling; the first round is not counted. */
export const benchReminders = async (): Promise<Rounds> => {
  const { server, url, db } = await fill()
  let now = start
  const { timed, close } = await openRound(url, { now: () => now })
  const [withDue, withNothing]: [number[], number[]] = [[], []]
  for (let round = 0; round <= rounds; round += 1) {
    now = new Date(start.getTime() + round * 7 * 86_400_000)
    await db.query(notDue, [workspaceId, now])
    await db.query(settled, [workspaceId, round * due])
    await makeDue(db, round, now)
    const took = await timed()
    if (round > 0) withDue.push(took)
    for (let i = 0; i < 20; i += 1) {
      const nothing = await timed()
      if (round > 0) withNothing.push(nothing)
    }
  }
  const { rows } = await db.query('SELECT count(*)::int AS sent FROM reminder WHERE sent_at IS NOT NULL')
  await db.end()
  await close()
  await server.stop()
  return { withDue, withNothing, sent: Number(rows[0]?.sent) }
}

if (import.meta.main) {
  const { withDue, withNothing, sent } = await benchReminders()
  const shown = (values: readonly number[]) => values.map((value) => value.toFixed(1)).join(', ')
  process.stdout.write(`a thousand due: ${shown(withDue)} ms\nnothing due: ${shown(withNothing)} ms\nsent: ${sent}\n`)
}
