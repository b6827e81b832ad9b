import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseStoredCouncil, toStoredCouncil } from '#adapters/council-file/stored-council.ts'
import { present } from '#adapters/postgres/optional.ts'
import { createQueries } from '#adapters/postgres/queries/issue-queries.ts'
import { privacyQueries } from '#adapters/postgres/queries/privacy-queries.ts'
import { toIssue } from '#adapters/postgres/repositories/issue-rows.ts'
import { createRead } from '#adapters/postgres/unit-of-work.ts'
import { createIds } from '#adapters/system.ts'
import type { Read } from '#application/ports.ts'
import type { PrivacyQueries } from '#application/privacy/privacy.ts'
import type { Queries } from '#application/queries.ts'
import { maySee } from '#domain/permissions.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { crowd, fillWithIssues } from '../../support/lists/many-issues.ts'
import { type RecordedDatabase, recordedDatabase } from '../../support/lists/recorded-database.ts'
import { council, viewer } from '../../support/lists/viewers.ts'
import { execute } from '../../support/test-server.ts'

const { workspaceId } = crowd
const inAll = 30_000
const now = new Date('2026-11-17T09:00:00Z')
const days = (count: number): Date => new Date(now.getTime() - count * 86_400_000)

let filled: TestDatabase
let recorded: RecordedDatabase
let queries: Queries
let read: Read
let privacy: PrivacyQueries

beforeAll(async () => {
  filled = await createTestDatabase()
  await fillWithIssues(filled.url, inAll, now)
  recorded = recordedDatabase(filled.url)
  queries = createQueries(recorded.database)
  const codec = { read: parseStoredCouncil, write: toStoredCouncil }
  const queueJobs = { statement: async () => 'SELECT 1', jobsOf: () => [] }
  const ids = createIds({ now: () => now })
  read = createRead({ database: recorded.database, sql: recorded.pool, ids, codec, queueJobs })
  privacy = privacyQueries(recorded.database)
}, 120_000)

afterAll(async () => {
  await recorded?.close()
  await filled?.drop()
})

/** How PostgreSQL carried out everything that a piece of work asked it. */
const plansOf = async (work: () => Promise<unknown>): Promise<string> => {
  recorded.statements()
  await work()
  const statements = recorded.statements()
  expect(statements.length).toBeGreaterThan(0)
  return (await Promise.all(statements.map(recorded.plan))).flat().join('\n')
}

const bigTables = /Seq Scan on (issue|issue_event|issue_words|issue_reader|handover|council_decision|post|reminder)\b/

/** How many rows were read only to be left out again. */
const passedOver = (plan: string): number =>
  [...plan.matchAll(/Rows Removed by (?:Index Recheck|(?:Join )?Filter): (\d+)/g)].reduce(
    (sum, [, count]) => sum + Number(count),
    0,
  )

describe('with thirty thousand issues, nine tenths of them closed', () => {
  it.each<readonly [string, () => Promise<unknown>]>([
    ['the list of a council member', () => queries.openIssues(workspaceId, viewer(crowd.chair), 41)],
    ['the list of one who may see few', () => queries.openIssues(workspaceId, viewer(crowd.idle), 41)],
    ['the list of one in no department', () => queries.openIssues(workspaceId, viewer(crowd.stranger), 41)],
    ['the list of one whose department has many', () => queries.openIssues(workspaceId, viewer(crowd.insider), 41)],
    ['what one answers for who has most of it', () => queries.mine(workspaceId, crowd.busy, 41)],
    ['what one answers for who has nothing', () => queries.mine(workspaceId, crowd.idle, 41)],
    ['who waits for a reminder', () => read(workspaceId, (tx) => tx.reminders.personsWaiting(now))],
    ['what the tick has to look at', () => read(workspaceId, (tx) => tx.reminders.toLookAt(now, 500))],
    ['who is still waited for in the digest', () => queries.unclaimed(workspaceId, 200)],
    ['the facts of a digest', () => queries.facts(workspaceId, days(28), now)],
    ['the moves of a digest', () => queries.moves(workspaceId, days(7), now)],
    ['whose words were kept long enough', () => privacy.endedBefore(workspaceId, days(720), 5)],
    ['that no words were kept too long', () => privacy.endedBefore(workspaceId, days(800), 5)],
  ])('%s is found by indexes, without looking at the others', async (_what, work) => {
    const plan = await plansOf(work)
    expect(plan).toMatch(/Index (Only )?Scan/)
    expect(plan.split('\n').filter((line) => bigTables.test(line))).toEqual([])
    expect(passedOver(plan)).toBeLessThan(inAll / 100)
  })

  it('a question that has no index would be noticed', async () => {
    const plan = await plansOf(() => recorded.database.issue.count({ where: { workspaceId, satisfaction: 3 } }))
    expect(plan).toMatch(bigTables)
    expect(passedOver(plan)).toBeGreaterThan(inAll / 3)
  })
})

/** The open issues that the domain would show to a person, one by one. */
const seenByTheDomain = async (person: string): Promise<readonly number[]> => {
  const state = { in: ['flagged', 'claimed', 'resolved'] }
  const rows = await recorded.database.issue.findMany({ where: { workspaceId, state }, orderBy: { number: 'asc' } })
  const pending = await recorded.database.handover.findMany({ where: { workspaceId, state: 'pending' } })
  const open = await recorded.database.councilDecision.findMany({ where: { workspaceId, state: 'open' } })
  const handovers = new Map(pending.map((row) => [row.issueNumber, row]))
  const decisions = new Map(open.map((row) => [row.issueNumber, row]))
  const movesOf = (number: number) => present({ handover: handovers.get(number), decision: decisions.get(number) })
  return rows.filter((row) => maySee(council, toIssue(row, movesOf(row.number)), person)).map(({ number }) => number)
}

const listed = async (person: string, limit: number): Promise<readonly number[]> =>
  (await queries.openIssues(workspaceId, viewer(person), limit)).map(({ number }) => number)

describe('the list of open issues', () => {
  const people = [crowd.chair, crowd.idle, crowd.stranger, crowd.insider, crowd.asked, crowd.busy, 'U00007', 'U0DINA']

  it.each(people)('shows %s all they may see and nothing else', async (person) => {
    const seen = await seenByTheDomain(person)
    expect(await listed(person, 100_000)).toEqual(seen)
    expect(await listed(person, 41)).toEqual(seen.slice(0, 41))
  })

  it('follows every change of who may see an issue', async () => {
    const some = (modulo: number) => `workspace_id = '${workspaceId}' AND number % ${modulo} = 0`
    for (const [change, where] of [
      ["owner = 'U0IVO'", `${some(31)} AND state = 'claimed'`],
      ["followers = array_append(followers, 'U0NOBODY')", some(37)],
      ["held = array_append(held, 'it'), department = 'it'", some(41)],
      ["asked_person = 'U0DINA'", `${some(43)} AND state = 'flagged'`],
      ["audience = 'restricted'", `${some(47)} AND audience = 'open'`],
      ["audience = 'open'", `${some(53)} AND audience = 'restricted'`],
      ["state = 'closed'", some(11)],
      ["state = 'claimed', owner = 'U0IVO'", `${some(59)} AND state = 'closed'`],
    ])
      await execute(filled.url, `UPDATE issue SET ${change} WHERE ${where}`)
    await execute(filled.url, `UPDATE handover SET to_department = 'product' WHERE id LIKE '%3'`)
    await execute(filled.url, `UPDATE council_decision SET to_department = 'it' WHERE id LIKE '%5'`)
    for (const person of people) expect(await listed(person, 100_000)).toEqual(await seenByTheDomain(person))
  })
})
