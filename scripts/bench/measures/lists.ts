// How long lists take with 10,000 and with 100,000 issues, on a temporary embedded PostgreSQL; and how it answers them.
// Only the use cases: people are made up, and nothing comes over HTTP.
// Usage: node scripts/bench/measures/lists.ts
import { readFileSync } from 'node:fs'
import { readCouncilFile } from '#adapters/council-file/read-council-file.ts'
import { parseStoredCouncil, toStoredCouncil } from '#adapters/council-file/stored-council.ts'
import { createQueries } from '#adapters/postgres/queries/issue-queries.ts'
import { createRead, createUnitOfWork } from '#adapters/postgres/unit-of-work.ts'
import { createIds } from '#adapters/system.ts'
import { applyCouncil } from '#application/use-cases/council/apply-council.ts'
import { listIssues, myIssues, viewHome } from '#application/use-cases/reading/list-issues.ts'
import type { Council } from '#domain/council.ts'
import { crowd, fillWithIssues } from '../../../test/support/lists/many-issues.ts'
import type { RecordedDatabase } from '../../../test/support/lists/recorded-database.ts'
import { recordedDatabase } from '../../../test/support/lists/recorded-database.ts'
import type { TestServer } from '../../../test/support/test-server.ts'
import { execute, startTestServer, urlOfDatabase } from '../../../test/support/test-server.ts'

/** A line of the table: `median` and `p95` in `unit`, `goal` in words; none where nothing was promised. */
export type BenchRow = {
  readonly name: string
  readonly goal: string
  readonly median: number
  readonly p95: number
  readonly unit: string
}

const sizes = [10_000, 100_000]
const rounds = 5
const perRound = 20
const now = new Date('2026-11-17T09:00:00Z')
const days = (count: number): Date => new Date(now.getTime() - count * 86_400_000)
const promised = '<= 50 ms'

type Question = readonly [name: string, goal: string, ask: () => Promise<unknown>]

const practiceCouncil = (): Council => {
  const read = readCouncilFile(readFileSync(new URL('../../../practice/council.yml', import.meta.url), 'utf8'))
  if (!('council' in read)) throw new Error(JSON.stringify(read.mistakes))
  return read.council
}

const noJobs = { statement: async () => 'SELECT 1', jobsOf: () => [] }

/** The real use cases and queries over a filled database; only Slack's side, which knows the people, is made up. */
const questionsOf = async ({ database, pool }: RecordedDatabase): Promise<readonly Question[]> => {
  const clock = { now: () => now }
  const codec = { read: parseStoredCouncil, write: toStoredCouncil }
  const deps = { database, ids: createIds(clock), codec, sql: pool, queueJobs: noJobs }
  const person = async (_workspace: string, id: string) => ({
    id,
    name: id,
    kind: 'member' as const,
    admin: false,
    timeZone: 'Europe/Berlin',
  })
  const directory = {
    person,
    channel: async () => undefined,
    linkTo: () => undefined,
    messageText: async () => '',
    repliesSince: async () => [],
  }
  const queries = createQueries(database)
  const ports = { clock, directory, queries, read: createRead(deps), unitOfWork: createUnitOfWork(deps) }
  const { workspaceId } = crowd
  await applyCouncil(ports)({ workspaceId, council: practiceCouncil() })
  const by = (who: string) => ({ workspaceId, person: who })
  const [list, mine, home] = [listIssues(ports), myIssues(ports), viewHome(ports)]
  return [
    ['/cx list, council member', promised, () => list(by(crowd.chair))],
    ['/cx list, may see few', promised, () => list(by(crowd.idle))],
    ['/cx list, no department', promised, () => list(by(crowd.stranger))],
    ['/cx list, department with many', promised, () => list(by(crowd.insider))],
    ['/cx mine, half of all open', promised, () => mine(by(crowd.busy))],
    ['/cx mine, nothing', promised, () => mine(by(crowd.idle))],
    ['App Home, chair', promised, () => home(by(crowd.chair))],
    ['App Home, asked for many', promised, () => home(by(crowd.asked))],
    ['tick: what is due', promised, () => ports.read(workspaceId, (tx) => tx.reminders.toLookAt(now, 500))],
    ['digest: facts of four weeks', promised, () => queries.facts(workspaceId, days(28), now)],
    ['digest: moves of a week', promised, () => queries.moves(workspaceId, days(7), now)],
    ['digest: unclaimed', promised, () => queries.unclaimed(workspaceId, 200)],
  ]
}

const quantile = (sorted: readonly number[], share: number): number =>
  Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10

/** Rounds over all questions at both sizes, so that a disturbance meets each of them alike. */
const measure = async (questions: readonly Question[]): Promise<readonly BenchRow[]> => {
  const taken = questions.map((): number[] => [])
  for (let round = 0; round <= rounds; round += 1)
    for (const [at, [, , ask]] of questions.entries())
      for (let i = 0; i < perRound; i += 1) {
        const begun = performance.now()
        await ask()
        if (round > 0) taken[at]?.push(performance.now() - begun)
      }
  return questions.map(([name, goal], at) => {
    const sorted = (taken[at] ?? []).toSorted((a, b) => a - b)
    return { name, goal, median: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), unit: 'ms' }
  })
}

const plansOf = async (recorded: RecordedDatabase, questions: readonly Question[]): Promise<string> => {
  const told: string[] = []
  for (const [name, , ask] of questions) {
    recorded.statements()
    await ask()
    for (const statement of recorded.statements())
      if (!statement.text.includes('council_version'))
        told.push(name, ...(await recorded.plan(statement)).map((line) => `  ${line}`), '')
  }
  return told.join('\n')
}

/** A database of its own with that many issues, and what is asked of it. */
const openStand = async (server: TestServer, count: number) => {
  const name = `cx_lists_${count}`
  await execute(server.url, `CREATE DATABASE "${name}" TEMPLATE "${server.template}"`)
  const url = urlOfDatabase(server.url, name)
  await fillWithIssues(url, count, now)
  const recorded = recordedDatabase(url)
  const suffix = `${count.toLocaleString('en')} issues, without Slack’s side`
  const questions = (await questionsOf(recorded)).map(([what, ...rest]): Question => [`${what}, ${suffix}`, ...rest])
  const close = async (): Promise<void> => {
    await recorded.close()
    await execute(server.url, `DROP DATABASE "${name}" WITH (FORCE)`)
  }
  return { recorded, questions, close }
}

/** The table, and the plans as text. Takes half a minute, most of which goes into filling. */
export const benchLists = async (): Promise<{ readonly rows: readonly BenchRow[]; readonly plans: string }> => {
  const server = await startTestServer()
  try {
    const stands = []
    for (const count of sizes) stands.push(await openStand(server, count))
    const rows = await measure(stands.flatMap(({ questions }) => questions))
    const plans = []
    for (const { recorded, questions } of stands) plans.push(await plansOf(recorded, questions))
    for (const { close } of stands) await close()
    return { rows, plans: plans.join('\n') }
  } finally {
    await server.stop()
  }
}

if (import.meta.main) {
  const { rows, plans } = await benchLists()
  process.stdout.write(`${plans}\n| What | Goal | Median | p95 |\n|---|---|---|---|\n`)
  for (const { name, goal, median, p95, unit } of rows)
    process.stdout.write(`| ${name} | ${goal} | ${median} ${unit} | ${p95} ${unit} |\n`)
}
