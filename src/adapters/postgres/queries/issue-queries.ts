import type { WorkspaceId } from '#application/ports.ts'
import type { Queries } from '#application/queries.ts'
import type { IssueLine } from '#application/read-models.ts'
import type { Issue, IssueState } from '#domain/issue/issue.ts'
import type { Severity } from '#domain/severity.ts'
import type { WaitingIssue } from '#domain/week/digest-waiting.ts'
import { customerQueries } from '../customers/customer-queries.ts'
import type { Database } from '../database.ts'
import { Prisma } from '../generated/client.ts'
import { present } from '../optional.ts'
import { firstAsked, firstOfCustomer, firstUnclaimed, firstVisible, numbered } from './open-issues.ts'
import { peopleQueries } from './people-queries.ts'
import { digestFacts, movesBetween } from './week-queries.ts'

type LineRow = {
  number: number
  state: string
  severity: string
  audience: string
  words_shared: boolean
  department: string | null
  stage: string | null
  owner: string | null
  owner_name: string | null
  customer_name: string | null
  flagged_at: Date
  next_step_by: Date | null
  last_update_at: Date
  words: string | null
  handover_id: string | null
  handover_to: string | null
}

const toLine = (row: LineRow): IssueLine => ({
  number: row.number,
  state: row.state as IssueState,
  severity: row.severity as Severity,
  flaggedAt: row.flagged_at,
  lastUpdateAt: row.last_update_at,
  ...present({
    department: row.department,
    stage: row.stage,
    owner: row.owner,
    ownerName: row.owner_name,
    customerName: row.customer_name,
    nextStepBy: row.next_step_by,
    words: row.words,
    handover:
      row.handover_id !== null && row.handover_to !== null ? { id: row.handover_id, to: row.handover_to } : undefined,
  }),
})

/** The first words of an issue, for a line of a list. */
const wordsShown = 200

/** The first of the picked issues by number, each with the names and words that a line shows. */
const lines = async (database: Database, picked: Prisma.Sql, limit: number) => {
  const rows = await database.$queryRaw<LineRow[]>`
    WITH picked AS (SELECT * FROM (${picked}) i ORDER BY i.number LIMIT ${limit})
    SELECT i.number, i.state, i.severity, i.department, i.stage, i.owner, p.name AS owner_name,
      c.name AS customer_name, i.flagged_at, i.next_step_by, i.last_update_at, left(w.text, ${wordsShown}) AS words,
      h.id AS handover_id, h.to_department AS handover_to
    FROM picked i
    LEFT JOIN person p ON p.workspace_id = i.workspace_id AND p.id = i.owner
    LEFT JOIN customer c ON c.workspace_id = i.workspace_id AND c.id = i.customer_id
    LEFT JOIN issue_words w ON w.workspace_id = i.workspace_id AND w.issue_number = i.number AND w.seq = 1
    LEFT JOIN handover h ON h.workspace_id = i.workspace_id AND h.issue_number = i.number AND h.state = 'pending'
    ORDER BY i.number`
  return rows.map(toLine)
}

const { sql } = Prisma

/** The longest waiting of the unclaimed issues. */
const unclaimedFacts = async (database: Database, id: WorkspaceId, limit: number): Promise<readonly WaitingIssue[]> => {
  const rows = await database.$queryRaw<
    Pick<LineRow, 'number' | 'severity' | 'audience' | 'words_shared' | 'department' | 'flagged_at'>[]
  >`
    SELECT i.number, i.severity, i.audience, i.words_shared, i.department, i.flagged_at
    FROM (${firstUnclaimed(id, limit)}) i ORDER BY i.number LIMIT ${limit}`
  return rows.map((row) => ({
    number: row.number,
    severity: row.severity as Severity,
    audience: row.audience as Issue['audience'],
    wordsShared: row.words_shared,
    flaggedAt: row.flagged_at,
    ...present({ department: row.department }),
  }))
}

/** Reading many issues, each with one statement over an index that holds little else than what is looked for. */
export const createQueries = (database: Database): Queries => {
  const find = (id: WorkspaceId, where: Prisma.Sql, limit: number) =>
    lines(database, sql`SELECT * FROM issue i WHERE i.workspace_id = ${id} AND ${where}`, limit)
  return {
    ...peopleQueries(database),
    customers: customerQueries(database, lines),
    openIssues: (id, viewer, limit) => lines(database, firstVisible(id, viewer, limit), limit),
    mine: (id, person, limit) => find(id, sql`i.owner = ${person} AND i.state IN ('claimed', 'resolved')`, limit),
    toClaim: (id, person, limit) => find(id, sql`i.asked_person = ${person} AND i.state = 'flagged'`, limit),
    toAccept: (id, person, limit) => lines(database, numbered(id, firstAsked(id, person, limit)), limit),
    toRoute: (id, limit) => find(id, sql`i.state = 'flagged' AND i.route_by IS NOT NULL`, limit),
    ofCustomer: (id, viewer, of, limit) => lines(database, firstOfCustomer(id, viewer, of), limit),
    unclaimed: (id, limit) => unclaimedFacts(database, id, limit),
    facts: (id, from, to) => digestFacts(database, id, from, to),
    moves: (id, from, to) => movesBetween(database, id, from, to),
  }
}
