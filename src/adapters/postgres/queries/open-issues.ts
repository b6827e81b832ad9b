import type { WorkspaceId } from '#application/ports.ts'
import type { Viewer } from '#application/read-models.ts'
import type { IssueState } from '#domain/issue/issue.ts'
import { Prisma } from '../generated/client.ts'

const { sql } = Prisma

type Picked = Prisma.Sql

const open: readonly IssueState[] = ['flagged', 'claimed', 'resolved']

/** The first open issues of each of these states and audiences, by number: so many short looks into one index. */
const firstOf = (
  workspaceId: WorkspaceId,
  states: readonly IssueState[],
  audiences: readonly string[],
  limit: number,
): Picked => sql`
  SELECT o.number FROM unnest(${states}::text[]) AS s(state) CROSS JOIN unnest(${audiences}::text[]) AS a(audience)
  CROSS JOIN LATERAL (
    SELECT i.number FROM issue i
    WHERE i.workspace_id = ${workspaceId} AND i.state = s.state AND i.audience = a.audience
      AND i.state IN ('flagged', 'claimed', 'resolved')
    ORDER BY i.number LIMIT ${limit}) o
  ORDER BY o.number LIMIT ${limit}`

/** The first restricted issues that a person, or somebody of one of their departments, may see while they are open. */
const firstRead = (workspaceId: WorkspaceId, { person, departments }: Viewer, limit: number): Picked => {
  const readers = [person, ...departments.map((key) => `department:${key}`)]
  return sql`
    SELECT r.number FROM unnest(${readers}::text[]) AS v(reader) CROSS JOIN LATERAL (
      SELECT i.issue_number AS number FROM issue_reader i
      WHERE i.workspace_id = ${workspaceId} AND i.reader = v.reader ORDER BY i.issue_number LIMIT ${limit}) r`
}

/** The first issues of which a pending handover asks this person. */
const firstAsked = (workspaceId: WorkspaceId, person: string, limit: number): Picked => sql`
  SELECT h.issue_number AS number FROM handover h
  WHERE h.workspace_id = ${workspaceId} AND h.asked = ${person} AND h.state = 'pending'
  ORDER BY h.issue_number LIMIT ${limit}`

const firstOffered = (workspaceId: WorkspaceId, { departments }: Viewer, limit: number): Picked => sql`
  SELECT h.number FROM unnest(${[...departments]}::text[]) AS d(department) CROSS JOIN LATERAL (
    SELECT h.issue_number AS number FROM handover h
    WHERE h.workspace_id = ${workspaceId} AND h.to_department = d.department AND h.state = 'pending'
    ORDER BY h.issue_number LIMIT ${limit}) h`

/** The first issues of which the council chooses whether they go to a department of this person. */
const firstWanted = (workspaceId: WorkspaceId, { departments }: Viewer, limit: number): Picked => sql`
  SELECT d.issue_number AS number FROM council_decision d
  WHERE d.workspace_id = ${workspaceId} AND d.state = 'open' AND d.to_department = ANY(${[...departments]}::text[])
  ORDER BY d.issue_number LIMIT ${limit}`

/** The issues of these numbers. */
const numbered = (workspaceId: WorkspaceId, numbers: Picked): Picked => sql`
  SELECT i.* FROM (${numbers}) AS n(number) CROSS JOIN LATERAL (
    SELECT * FROM issue o WHERE o.workspace_id = ${workspaceId} AND o.number = n.number LIMIT 1) i`

/** The first unclaimed issues, by number. */
export const firstUnclaimed = (workspaceId: WorkspaceId, limit: number): Picked =>
  numbered(workspaceId, firstOf(workspaceId, ['flagged'], ['open', 'restricted'], limit))

/** The same question as `maySee` of the domain, asked of a row `i` by somebody who is not of the council. */
export const isFor = ({ person, departments }: Viewer): Prisma.Sql => sql`
  (i.audience = 'open' OR ${person} IN (i.flagged_by, i.owner, i.asked_person) OR ${person} = ANY(i.followers || i.consulted)
    OR i.held || i.department && ${[...departments]}::text[]
    OR EXISTS (SELECT FROM handover h WHERE h.workspace_id = i.workspace_id AND h.issue_number = i.number
      AND h.state = 'pending' AND (h.asked = ${person} OR h.to_department = ANY(${[...departments]}::text[])))
    OR EXISTS (SELECT FROM council_decision cd WHERE cd.workspace_id = i.workspace_id AND cd.issue_number = i.number
      AND cd.state = 'open' AND cd.to_department = ANY(${[...departments]}::text[])))`

/** The first open issues of a customer that the viewer may see, but for one of them. */
export const firstOfCustomer = (
  workspaceId: WorkspaceId,
  viewer: Viewer,
  { customer, except }: { customer: string; except: number },
): Picked => sql`
  SELECT * FROM issue i WHERE i.workspace_id = ${workspaceId} AND i.customer_id = ${customer} AND i.number <> ${except}
    AND i.state IN ('flagged', 'claimed', 'resolved') ${viewer.council ? Prisma.empty : sql`AND ${isFor(viewer)}`}`

/**
 * The first open issues that the viewer may see. However many others may not be seen, they are not looked at: the few
 * that may are found by themselves, and then asked once more.
 */
export const firstVisible = (workspaceId: WorkspaceId, viewer: Viewer, limit: number): Picked => {
  if (viewer.council) return numbered(workspaceId, firstOf(workspaceId, open, ['open', 'restricted'], limit))
  const found = sql`(${firstOf(workspaceId, open, ['open'], limit)})
    UNION ${firstRead(workspaceId, viewer, limit)}
    UNION (${firstAsked(workspaceId, viewer.person, limit)})
    UNION ${firstOffered(workspaceId, viewer, limit)}
    UNION (${firstWanted(workspaceId, viewer, limit)})`
  return sql`SELECT i.* FROM (${numbered(workspaceId, found)}) i WHERE i.state IN ('flagged', 'claimed', 'resolved')
    AND ${isFor(viewer)}`
}
