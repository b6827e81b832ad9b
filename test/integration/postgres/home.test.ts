import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { present } from '#adapters/postgres/optional.ts'
import { createQueries } from '#adapters/postgres/queries/issue-queries.ts'
import { toIssue } from '#adapters/postgres/repositories/issue-rows.ts'
import { type HomeLine, type HomeList, type HomeQuestion, homeLists, waitingLists } from '#application/home.ts'
import type { Queries } from '#application/queries.ts'
import { isChair } from '#domain/council.ts'
import type { Issue } from '#domain/issue/issue.ts'
import { maySee } from '#domain/permissions.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { crowd, fillWithIssues } from '../../support/lists/many-issues.ts'
import { type RecordedDatabase, recordedDatabase } from '../../support/lists/recorded-database.ts'
import { council, viewer } from '../../support/lists/viewers.ts'
import { execute } from '../../support/test-server.ts'

const { workspaceId } = crowd
const inAll = 30_000
const now = new Date('2026-11-17T09:00:00Z')
const promisedBefore = new Date('2026-11-19T00:00:00Z')

let filled: TestDatabase
let recorded: RecordedDatabase
let queries: Queries
let issues: readonly Issue[]
let customers: ReadonlyMap<string, string>

const everyIssue = async (): Promise<readonly Issue[]> => {
  const rows = await recorded.database.issue.findMany({ where: { workspaceId }, orderBy: { number: 'asc' } })
  const pending = await recorded.database.handover.findMany({ where: { workspaceId, state: 'pending' } })
  const open = await recorded.database.councilDecision.findMany({ where: { workspaceId, state: 'open' } })
  const handovers = new Map(pending.map((row) => [row.issueNumber, row]))
  const asked = await recorded.database.consult.findMany({ where: { workspaceId, state: { not: 'ended' } } })
  const decisions = new Map(open.map((row) => [row.issueNumber, row]))
  const consults = Map.groupBy(asked, ({ issueNumber }) => issueNumber)
  const openOf = (number: number) =>
    present({ handover: handovers.get(number), decision: decisions.get(number), consults: consults.get(number) })
  return rows.map((row) => toIssue(row, openOf(row.number)))
}

/** Some of those who answer for issues ask others about them, a few of whom ask back; some is over. */
const consulted = `
  INSERT INTO consult (workspace_id, id, issue_number, kind, state, department, asked, asked_by, at, since, due_at)
  SELECT i.workspace_id, 'c' || i.number || k.kind, i.number, k.kind,
    CASE i.number % 4 WHEN 1 THEN 'asked_back' WHEN 2 THEN 'ended' ELSE 'asked' END, 'sales',
    CASE WHEN i.number % 3 = 0 THEN '${crowd.asked}' ELSE '${crowd.insider}' END, i.owner, now(), now(), now()
  FROM issue i CROSS JOIN (VALUES ('question'), ('hands')) k(kind)
  WHERE i.state = 'claimed' AND i.number % 37 = 0 AND i.owner NOT IN ('${crowd.asked}', '${crowd.insider}')`

beforeAll(async () => {
  filled = await createTestDatabase()
  await fillWithIssues(filled.url, inAll, now)
  await execute(
    filled.url,
    `UPDATE issue SET promise_by = '2026-11-17T12:00:00Z'::timestamptz + (number % 5) * interval '1 day'
     WHERE state = 'claimed' AND number % 9 = 0`,
  )
  await execute(filled.url, consulted)
  await execute(
    filled.url,
    `INSERT INTO departure (workspace_id, id, person, department, why, at, told, ended_at)
     SELECT DISTINCT workspace_id, owner || department, owner, department, 'deactivated', now(),
       ARRAY['${crowd.chair}', '${crowd.insider}'], CASE WHEN owner LIKE '%7' THEN now() END
     FROM issue WHERE owner LIKE 'U001%' AND state IN ('claimed', 'resolved') AND department IN ('billing', 'support')`,
  )
  await execute(filled.url, 'ANALYZE')
  recorded = recordedDatabase(filled.url)
  queries = createQueries(recorded.database)
  issues = await everyIssue()
  const known = await recorded.database.customer.findMany({ where: { workspaceId } })
  customers = new Map(known.map(({ id, matchName }) => [id, matchName]))
}, 180_000)

afterAll(async () => {
  await recorded?.close()
  await filled?.drop()
})

const question = (person: string, lists: readonly HomeList[], more: Partial<HomeQuestion> = {}): HomeQuestion => ({
  lists,
  viewer: viewer(person),
  chair: isChair(council, person),
  promisedBefore,
  limit: 13,
  ...more,
})

const { chair, busy, idle, asked, insider, stranger } = crowd

describe('App Home with thirty thousand issues', () => {
  it.each<readonly [string, HomeQuestion]>([
    ['what waits for the chair', question(chair, waitingLists)],
    ['what others left behind', question(chair, ['left'])],
    ['what waits for the owner of most', question(busy, waitingLists)],
    ['what waits for one who is asked for much', question(asked, waitingLists)],
    ['what waits for one for whom nothing does', question(idle, waitingLists)],
    ['the rest of what one has', question(busy, ['rest_of_mine'])],
    ['a late page of what one has', question(busy, ['mine'], { after: { list: 'mine', number: 29_000 } })],
    ['the rest of a department', question(insider, ['rest_of_department'])],
    ['the open ones of a department, of one severity', question(insider, ['department'], { severity: 'urgent' })],
    ['all open ones for the council', question(chair, ['open'])],
    ['all open ones of a severity', question(chair, ['open'], { severity: 'low' })],
    ['all open ones for one who may see few', question(idle, ['open'])],
    ['those of a department for one who may see few', question(idle, ['open'], { department: 'sales' })],
    ['those of a department for one in no department', question(stranger, ['open'], { department: 'billing' })],
    ['one number', question(idle, ['number'], { number: 4242 })],
    ['customers whose name begins alike', question(chair, ['customer'], { customer: 'customer 12' })],
  ])('%s is found by indexes, without looking at the others', async (_what, asks) => {
    recorded.statements()
    await queries.home(workspaceId, asks)
    const statements = recorded.statements()
    expect(statements).toHaveLength(1)
    const plan = (await Promise.all(statements.map(recorded.plan))).flat()
    expect(plan.join('\n')).toMatch(/Index (Only )?Scan/)
    expect(
      plan.filter((line) =>
        /Seq Scan on (issue|issue_words|issue_reader|handover|council_decision|customer)\b/.test(line),
      ),
    ).toEqual([])
    const removed = plan.join('\n').matchAll(/Rows Removed by (?:Index Recheck|(?:Join )?Filter): (\d+)/g)
    expect([...removed].reduce((sum, [, count]) => sum + Number(count), 0)).toBeLessThan(inAll / 50)
  })
})

/** Every page of a question, one after the other. */
const paged = async (asks: HomeQuestion): Promise<readonly HomeLine[]> => {
  const all: HomeLine[] = []
  for (;;) {
    const last = all.at(-1)
    const page = await queries.home(workspaceId, {
      ...asks,
      limit: asks.limit,
      ...(last === undefined ? {} : { after: { list: last.list, number: last.number } }),
    })
    all.push(...page)
    if (page.length < asks.limit) return all
  }
}

const isOpen = ({ state }: Issue): boolean => ['flagged', 'claimed', 'resolved'].includes(state)

/** The same lists as the words of the product have them, decided issue by issue. */
const belongs = (person: string): Readonly<Record<HomeList, (issue: Issue) => boolean>> => {
  const own = viewer(person).departments
  const toClaim = (issue: Issue) => issue.state === 'flagged' && issue.ask?.person === person
  const toAccept = ({ handover }: Issue) => handover?.asked === person || handover?.leadAsked?.person === person
  const toAnswer = ({ handover }: Issue) =>
    handover?.question?.to === person && handover.question.answeredAt === undefined
  const before = (issue: Issue) => toAccept(issue) || toAnswer(issue)
  const isConsulted = (issue: Issue) =>
    !before(issue) && issue.consults.some(({ asked, state }) => asked === person && state === 'asked')
  const isAskedBack = (issue: Issue) =>
    owned(issue) && !before(issue) && issue.consults.some(({ state }) => state === 'asked_back')
  const toDecide = (issue: Issue) =>
    viewer(person).council &&
    issue.decision !== undefined &&
    issue.owner !== person &&
    !own.includes(issue.department ?? '') &&
    !before(issue) &&
    !isConsulted(issue) &&
    !issue.decision.votes.some(({ by }) => by === person)
  const due = (issue: Issue) => issue.promiseBy !== undefined && issue.promiseBy < promisedBefore
  const owned = (issue: Issue) => issue.owner === person && ['claimed', 'resolved'].includes(issue.state)
  const toRoute = (issue: Issue) => issue.state === 'flagged' && issue.routeBy !== undefined
  const ofOwn = (issue: Issue) => isOpen(issue) && issue.department !== undefined && own.includes(issue.department)
  const waits = (issue: Issue) =>
    toClaim(issue) || before(issue) || isConsulted(issue) || (isChair(council, person) && toRoute(issue))
  const free = (issue: Issue) => issue.state === 'claimed' && owned(issue) && !before(issue) && !isAskedBack(issue)
  return {
    claim: toClaim,
    accept: toAccept,
    question: toAnswer,
    consult: isConsulted,
    asked_back: isAskedBack,
    decide: toDecide,
    promise: (issue) => free(issue) && due(issue),
    close: (issue) => issue.state === 'resolved' && owned(issue),
    left: (issue) =>
      (person === chair || person === insider) &&
      /^U001.*[^7]$/.test(issue.owner ?? '') &&
      ['claimed', 'resolved'].includes(issue.state) &&
      ['billing', 'support'].includes(issue.department ?? '') &&
      !before(issue) &&
      !isConsulted(issue) &&
      maySee(council, issue, person),
    route: (issue) => toRoute(issue) && !toClaim(issue),
    rest_of_mine: (issue) => free(issue) && !due(issue),
    rest_of_department: (issue) => ofOwn(issue) && issue.owner !== person && !waits(issue),
    mine: owned,
    department: ofOwn,
    open: (issue) => isOpen(issue) && maySee(council, issue, person),
    number: (issue) => issue.number === 4242 && maySee(council, issue, person),
    customer: (issue) =>
      isOpen(issue) &&
      maySee(council, issue, person) &&
      (customers.get(issue.customer ?? '') ?? '').startsWith('customer 123'),
  }
}

const expected = (person: string, list: HomeList, { severity, department }: Partial<HomeQuestion>): readonly number[] =>
  issues
    .filter(belongs(person)[list])
    .filter((issue) => severity === undefined || issue.severity === severity)
    .filter((issue) => department === undefined || issue.department === department)
    .map(({ number }) => number)

describe('the pages of a list of App Home', () => {
  it('have something that others left behind', () => expect(expected(chair, 'left', {}).length).toBeGreaterThan(5))

  const people = [chair, busy, idle, asked, insider, stranger, 'U00007', 'U0DINA']
  const filters: readonly Partial<HomeQuestion>[] = [
    {},
    { severity: 'urgent' },
    { department: 'sales' },
    { severity: 'normal', department: 'billing' },
  ]

  it.each(people)(
    'show %s all that belongs there and may be seen, each once, with every filter',
    async (person) => {
      for (const list of homeLists)
        for (const filter of filters) {
          const asks = question(person, [list], { ...filter, number: 4242, customer: 'Customer  123', limit: 97 })
          const found = (await paged(asks)).map(({ number }) => number)
          expect({ list, filter, found }).toEqual({ list, filter, found: expected(person, list, filter) })
        }
    },
    120_000,
  )

  it.each(people)(
    'show %s what waits, one kind after the other, nothing twice and nothing left out',
    async (person) => {
      const lists = waitingLists.filter((list) => list !== 'route' || isChair(council, person))
      const found = (await paged(question(person, lists, { limit: 7 }))).map(({ list, number }) => `${list} ${number}`)
      const all = lists.flatMap((list) => expected(person, list, {}).map((number) => `${list} ${number}`))
      expect(found).toEqual(all)
      expect(new Set(found.map((entry) => entry.split(' ')[1])).size).toBe(found.length)
    },
    120_000,
  )
})
