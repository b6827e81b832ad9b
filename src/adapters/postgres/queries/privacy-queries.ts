import { z } from 'zod'
import type { WorkspaceId } from '#application/ports.ts'
import type { PrivacyQueries, SetupEvent, SetupFact, Subject, Touched } from '#application/privacy/privacy.ts'
import { matchName } from '#domain/customers/match-name.ts'
import type { IssueState } from '#domain/issue/issue.ts'
import type { Database } from '../database.ts'
import { Prisma } from '../generated/client.ts'
import { present } from '../optional.ts'

const { sql } = Prisma

const numbers = z.array(z.number())

const facts: z.ZodType<SetupFact> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('person_erased'),
    person: z.string(),
    issues: z.number(),
    texts: z.number(),
    kept: numbers,
  }),
  z.object({ kind: z.literal('customer_erased'), issues: z.number(), texts: z.number(), kept: numbers }),
  z.object({ kind: z.literal('held'), issue: z.number() }),
  z.object({ kind: z.literal('hold_lifted'), issue: z.number() }),
])

type TouchedRow = { number: number; state: string; on_hold: boolean; texts: number }

const textsBy = (author: Prisma.Sql): Prisma.Sql => sql`
  (SELECT count(*)::int FROM issue_words w WHERE w.workspace_id = i.workspace_id AND w.issue_number = i.number
    AND w.redacted_at IS NULL ${author})`

/** The events of an issue that name a person: as who acted, on whose behalf, or in what they say. */
const occursIn = (person: string): Prisma.Sql => sql`
  EXISTS (SELECT FROM issue_event e WHERE e.workspace_id = i.workspace_id AND e.issue_number = i.number
    AND (e.actor = ${person} OR e.on_behalf_of = ${person} OR strpos(e.data::text, ${JSON.stringify(person)}) > 0))`

const touchedRows = (database: Database, id: WorkspaceId, subject: Subject, from: number, to: number) => {
  const [texts, which] =
    'person' in subject
      ? [textsBy(sql`AND w.author = ${subject.person}`), occursIn(subject.person)]
      : [textsBy(Prisma.empty), sql`i.customer_id = ${subject.customer}`]
  return database.$queryRaw<TouchedRow[]>`
    SELECT i.number, i.state, i.on_hold, ${texts} AS texts FROM issue i
    WHERE i.workspace_id = ${id} AND i.number BETWEEN ${from} AND ${to} AND ${which} ORDER BY i.number`
}

const toTouched = (row: TouchedRow): Touched => ({
  number: row.number,
  state: row.state as IssueState,
  onHold: row.on_hold,
  texts: row.texts,
})

/** By the key of the customers file, where there is one, or by any name they ever had. */
const customerCalled = async (database: Database, id: WorkspaceId, called: string) => {
  const [row] = await database.$queryRaw<{ id: string; name: string }[]>`
    SELECT c.id, c.name FROM customer c WHERE c.workspace_id = ${id}
      AND (c.key = ${called} OR c.id = (SELECT n.customer_id FROM customer_name n
        WHERE n.workspace_id = ${id} AND n.match_name = ${matchName(called)}))
    ORDER BY c.key = ${called} DESC NULLS LAST LIMIT 1`
  return row
}

const countBelongings = async (database: Database, id: WorkspaceId, subject: Subject, requestsBefore: Date) => {
  if ('customer' in subject) {
    const [row] = await database.$queryRaw<{ drafts: number }[]>`
      SELECT count(*)::int AS drafts FROM draft d JOIN customer c ON c.workspace_id = d.workspace_id
      WHERE d.workspace_id = ${id} AND c.id = ${subject.customer} AND strpos(lower(d.text), lower(c.name)) > 0`
    return { drafts: row?.drafts ?? 0, requests: 0 }
  }
  const { person } = subject
  const requests = { workspaceId: id, key: { endsWith: `:${person}` }, at: { lt: requestsBefore } }
  return {
    drafts: await database.draft.count({ where: { workspaceId: id, author: person } }),
    requests: await database.request.count({ where: requests }),
  }
}

const setupEvents = async (database: Database, workspaceId: WorkspaceId): Promise<readonly SetupEvent[]> => {
  const rows = await database.setupEvent.findMany({ where: { workspaceId }, orderBy: { id: 'asc' } })
  return rows.map(({ kind, data, at, actor }) => ({
    ...facts.parse({ kind, ...(typeof data === 'object' ? data : {}) }),
    at,
    ...present({ actor }),
  }))
}

/** Looking for what an erasure would touch, and for what was done to a workspace. */
export const privacyQueries = (database: Database): PrivacyQueries => ({
  highestIssue: async (id) => (await database.workspace.findUnique({ where: { id } }))?.lastIssueNumber ?? 0,
  touched: async (id, subject, from, to) => (await touchedRows(database, id, subject, from, to)).map(toTouched),
  person: async (workspaceId, id) => {
    const row = await database.person.findUnique({ where: { workspaceId_id: { workspaceId, id } } })
    return row ? { id, name: row.name, active: row.kind !== 'deactivated', erased: row.erasedAt !== null } : undefined
  },
  customer: (id, called) => customerCalled(database, id, called),
  belongings: (id, subject, before) => countBelongings(database, id, subject, before),
  endedBefore: async (id, before, limit) => {
    const rows = await database.$queryRaw<{ number: number }[]>`
      SELECT number FROM issue WHERE workspace_id = ${id} AND state IN ('closed', 'withdrawn', 'merged')
        AND NOT on_hold AND words_erased_at IS NULL AND coalesce(closed_at, withdrawn_at, last_update_at) < ${before}
      ORDER BY coalesce(closed_at, withdrawn_at, last_update_at) LIMIT ${limit}`
    return rows.map(({ number }) => number)
  },
  setup: (id) => setupEvents(database, id),
})
