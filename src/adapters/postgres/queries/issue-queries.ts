import type { WorkspaceId } from '#application/ports.ts'
import type { Queries } from '#application/queries.ts'
import type { Issue } from '#domain/issue/issue.ts'
import type { Severity } from '#domain/severity.ts'
import type { WaitingIssue } from '#domain/week/digest-waiting.ts'
import { customerQueries } from '../customers/customer-queries.ts'
import type { Database } from '../database.ts'
import { Prisma } from '../generated/client.ts'
import { present } from '../optional.ts'
import { movedIssues } from './bounce-queries.ts'
import { homePage } from './home/home-page.ts'
import { type LineRow, lineColumns, lineJoins, toLine } from './lines.ts'
import { firstOfCustomer, firstUnclaimed, firstVisible } from './open-issues.ts'
import { peopleQueries } from './people-queries.ts'
import { digestFacts, movesBetween } from './week-queries.ts'

/** The first of the picked issues by number, each with the names and words that a line shows. */
const lines = async (database: Database, picked: Prisma.Sql, limit: number) => {
  const rows = await database.$queryRaw<LineRow[]>`
    WITH picked AS (SELECT * FROM (${picked}) i ORDER BY i.number LIMIT ${limit})
    SELECT ${lineColumns} FROM picked i ${lineJoins} ORDER BY i.number`
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
    ofCustomer: (id, viewer, of, limit) => lines(database, firstOfCustomer(id, viewer, of), limit),
    home: (id, question) => homePage(database, id, question),
    unclaimed: (id, limit) => unclaimedFacts(database, id, limit),
    facts: (id, from, to) => digestFacts(database, id, from, to),
    moves: (id, from, to) => movesBetween(database, id, from, to),
    moved: (id, viewer, from, to) => movedIssues(database, id, viewer, { from, to }),
  }
}
