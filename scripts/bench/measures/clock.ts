// How long it takes to say where the time went: of one issue with 1,000 events, and of 100,000 issues for a digest, read
// from a temporary embedded PostgreSQL. Usage: node scripts/bench/measures/clock.ts
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { readCouncilFile } from '#adapters/council-file/read-council-file.ts'
import { createPool } from '#adapters/postgres/database.ts'
import { timelinesIn } from '#adapters/postgres/queries/timelines.ts'
import type { Council } from '#domain/council.ts'
import { segmentsOf } from '#domain/time-ledger/segments.ts'
import type { LedgerEvent } from '#domain/time-ledger/standing.ts'
import { timeTally } from '#domain/time-ledger/tally.ts'
import { sharesOf } from '#domain/time-ledger/time-spent.ts'
import { crowd, fillWithIssues } from '../../../test/support/lists/many-issues.ts'
import { execute, startTestServer, urlOfDatabase } from '../../../test/support/test-server.ts'

const { workspaceId } = crowd
const issues = 100_000
const events = 1_000
const rounds = 5
const now = new Date('2026-11-17T11:00:00Z')
const week = { from: new Date('2026-11-10T11:00:00Z'), to: now }

const practiceCouncil = (): Council => {
  const read = readCouncilFile(readFileSync(new URL('../../../practice/council.yml', import.meta.url), 'utf8'))
  if (!('council' in read)) throw new Error(JSON.stringify(read.mistakes))
  return read.council
}

/** An issue that is handed to and fro, waits and moves again for a year. */
const longTimeline = (): readonly LedgerEvent[] => {
  const places = ['billing', 'support', 'sales']
  const at = (i: number): Date => new Date(now.getTime() - (events - i) * 8 * 3_600_000)
  return Array.from({ length: events }, (_, i): LedgerEvent => {
    const to = places[Math.floor(i / 4) % 3]
    if (i === 0) return { kind: 'flagged', at: at(i), severity: 'high' }
    if (i === 1) return { kind: 'claimed', at: at(i), department: 'billing', owner: 'U0BEN' }
    if (i % 4 === 0) return { kind: 'handover_asked', at: at(i), to }
    if (i % 4 === 1) return { kind: 'handover_accepted', at: at(i), to, owner: 'U0BEN' }
    return i % 4 === 2 ? { kind: 'waiting_started', at: at(i), on: 'vendor' } : { kind: 'waiting_ended', at: at(i) }
  })
}

/** Ten events of each issue within the last days, eight of which the clock reads. */
const everybodysWeek = `INSERT INTO issue_event (workspace_id, issue_number, seq, at, kind, actor, data)
  SELECT i.workspace_id, i.number, s.seq, $2::timestamptz - (11 - s.seq) * interval '13 hours' - (i.number % 700) * interval '1 minute',
    (ARRAY['flagged', 'asked', 'claimed', 'updated', 'handover_asked', 'handover_accepted', 'waiting_started', 'updated',
      'waiting_ended', 'resolved'])[s.seq], i.flagged_by,
    (ARRAY['{"severity":"normal","audience":"open","via":"command"}', '{"department":"billing","why":"flagged","gap":false}',
      '{"owner":"U0BEN","department":"billing","via":"button"}', '{"via":"form"}',
      '{"id":"h","from":"billing","to":"support","asked":"U0MIA","reason":"expertise","verdict":"clear"}',
      '{"id":"h","from":"billing","to":"support","owner":"U0MIA","bounce":false}', '{"on":"vendor","question":false}',
      '{"via":"form"}', '{"on":"vendor","why":"moving"}', '{}'])[s.seq]::jsonb
  FROM issue i CROSS JOIN generate_series(1, 10) AS s(seq) WHERE i.workspace_id = $1`

/** A workspace all of whose issues moved in the week. */
const fill = async (url: string): Promise<void> => {
  await fillWithIssues(url, issues, now)
  const db = new pg.Client({ connectionString: url })
  await db.connect()
  await db.query('TRUNCATE issue_event')
  await db.query(everybodysWeek, [workspaceId, now])
  await db.query('UPDATE issue SET last_event_at = $2 WHERE workspace_id = $1', [workspaceId, now])
  await db.query('VACUUM ANALYZE')
  await db.end()
}

const timed = async (work: () => Promise<void> | void): Promise<number> => {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

const ofDigest = async (council: Council, pool: pg.Pool): Promise<number> => {
  const tally = timeTally(council, week)
  let read = 0
  const took = await timed(async () => {
    for await (const timeline of timelinesIn(pool, workspaceId, week)) {
      tally.add(timeline)
      read += 1
    }
  })
  // The very last of them is flagged when the week ends.
  if (read < issues - 1 || tally.result().length < 4) throw new Error(`${read} issues were read`)
  return took
}

export type ClockRounds = {
  /** Milliseconds of each round. */
  readonly ofOne: readonly number[]
  readonly ofAll: readonly number[]
}

/** Takes a minute or two, most of which goes into filling; the first round is not counted. */
export const benchClock = async (): Promise<ClockRounds> => {
  const council = practiceCouncil()
  const timeline = longTimeline()
  const ofOne: number[] = []
  for (let round = 0; round <= 20 * rounds; round += 1) {
    const took = await timed(() => void sharesOf(council, segmentsOf(timeline, now)))
    if (round > 0) ofOne.push(took)
  }
  const server = await startTestServer()
  const name = 'cx_clock'
  await execute(server.url, `CREATE DATABASE "${name}" TEMPLATE "${server.template}"`)
  const url = urlOfDatabase(server.url, name)
  await fill(url)
  const pool = createPool(url)
  const ofAll: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const took = await ofDigest(council, pool)
    if (round > 0) ofAll.push(took)
  }
  await pool.end()
  await server.stop()
  return { ofOne, ofAll }
}

if (import.meta.main) {
  const { ofOne, ofAll } = await benchClock()
  const median = (values: readonly number[]): string =>
    (values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN).toFixed(2)
  const slowest = (values: readonly number[]): string => Math.max(...values).toFixed(2)
  process.stdout.write(
    `an issue with 1,000 events: median ${median(ofOne)} ms, slowest ${slowest(ofOne)} ms\n` +
      `100,000 issues for a digest: median ${median(ofAll)} ms, slowest ${slowest(ofAll)} ms\n`,
  )
}
