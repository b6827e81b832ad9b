import type { CustomerCounts, CustomerQueries } from '#application/customers/queries.ts'
import type { IssueLine, Viewer } from '#application/read-models.ts'
import { matchName } from '#domain/customers/match-name.ts'
import type { Database } from '../database.ts'
import { Prisma } from '../generated/client.ts'
import { firstVisible, isFor } from '../queries/open-issues.ts'
import { type CustomerRow, isKnownTo, toCustomer } from './visible-customers.ts'

const { sql } = Prisma

/** Stands behind every other character, so that what begins with a text ends before the text and this. */
const last = '\u{10FFFF}'

/** How many open issues are looked through for similar ones, longest open first. */
const looked = 300

const mayBeSeen = (viewer: Viewer): Prisma.Sql => sql`(${viewer.council} OR ${isFor(viewer)})`

const beginning =
  (database: Database): CustomerQueries['beginning'] =>
  async (workspaceId, viewer, typed, limit) => {
    const from = matchName(typed)
    // Twice as many, because two names may be of one customer.
    const rows = await database.$queryRaw<CustomerRow[]>`
      SELECT c.id, c.name, c.key, c.tier, c.region FROM customer_name n
      JOIN customer c ON c.workspace_id = n.workspace_id AND c.id = n.customer_id
      WHERE n.workspace_id = ${workspaceId} AND n.match_name >= ${from} AND n.match_name < ${from + last}
        AND ${isKnownTo(viewer)}
      ORDER BY n.match_name LIMIT ${limit * 2}`
    return [...new Map(rows.map((row) => [row.id, toCustomer(row)])).values()].slice(0, limit)
  }

const called =
  (database: Database): CustomerQueries['called'] =>
  async (workspaceId, viewer, said) => {
    const [row] = await database.$queryRaw<CustomerRow[]>`
      SELECT c.id, c.name, c.key, c.tier, c.region FROM customer c
      WHERE c.workspace_id = ${workspaceId} AND ${isKnownTo(viewer)}
        AND (c.key = ${said.trim()} OR c.id = (SELECT n.customer_id FROM customer_name n
          WHERE n.workspace_id = ${workspaceId} AND n.match_name = ${matchName(said)}))
      ORDER BY (c.key = ${said.trim()}) IS NOT TRUE LIMIT 1`
    return row && toCustomer(row)
  }

const count =
  (database: Database): CustomerQueries['count'] =>
  async (workspaceId, viewer, customer) => {
    const [row] = await database.$queryRaw<CustomerCounts[]>`
      SELECT (count(*) FILTER (WHERE i.state IN ('flagged', 'claimed', 'resolved')))::int AS open,
        (count(*) FILTER (WHERE i.state NOT IN ('flagged', 'claimed', 'resolved')))::int AS over
      FROM issue i WHERE i.workspace_id = ${workspaceId} AND i.customer_id = ${customer} AND ${mayBeSeen(viewer)}`
    return row ?? { open: 0, over: 0 }
  }

const issues =
  (database: Database): CustomerQueries['issues'] =>
  async (workspaceId, viewer, customer, limits) => {
    const rows = await database.$queryRaw<{ number: number }[]>`
      (SELECT i.number FROM issue i WHERE i.workspace_id = ${workspaceId} AND i.customer_id = ${customer}
        AND i.state IN ('flagged', 'claimed', 'resolved') AND ${mayBeSeen(viewer)} ORDER BY i.number LIMIT ${limits.open})
      UNION ALL
      (SELECT i.number FROM issue i WHERE i.workspace_id = ${workspaceId} AND i.customer_id = ${customer}
        AND i.state NOT IN ('flagged', 'claimed', 'resolved') AND ${mayBeSeen(viewer)}
        ORDER BY coalesce(i.closed_at, i.last_event_at) DESC, i.number DESC LIMIT ${limits.over})`
    return rows.map((row) => row.number)
  }

/** Lists the issues of a query, as the other lists do. */
export type Lines = (database: Database, picked: Prisma.Sql, limit: number) => Promise<readonly IssueLine[]>

/** Customers as one person may know of them. */
export const customerQueries = (database: Database, lines: Lines): CustomerQueries => ({
  beginning: beginning(database),
  called: called(database),
  count: count(database),
  issues: issues(database),
  similar: (workspaceId, viewer, customer, limit) =>
    lines(
      database,
      sql`SELECT s.* FROM (${firstVisible(workspaceId, viewer, looked)}) s
        WHERE s.customer_id IS DISTINCT FROM ${customer} AND s.stage IN (
          SELECT i.stage FROM issue i WHERE i.workspace_id = ${workspaceId} AND i.customer_id = ${customer}
            AND i.state IN ('flagged', 'claimed', 'resolved') AND ${mayBeSeen(viewer)})`,
      limit,
    ),
})
