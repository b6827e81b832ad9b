import type { WorkspaceId } from '#application/ports.ts'
import type { Viewer } from '#application/read-models.ts'
import { type MovedIssue, type MoveEvent, moveKinds, tryKinds, verdictKinds } from '#domain/bounces/moves.ts'
import type { Period } from '#domain/week/scorecard.ts'
import type { Database } from '../database.ts'
import { Prisma } from '../generated/client.ts'
import { present } from '../optional.ts'
import { isFor } from './open-issues.ts'

type MoveRow = {
  number: number
  state: string
  attempts: number
  kind: string
  at: Date
  id: string | null
  department: string | null
  from: string | null
  to: string | null
  verdict: string | null
  review: boolean | null
}

const toEvent = ({ kind, at, id, department, from, to, verdict, review }: MoveRow): MoveEvent => ({
  kind,
  at,
  ...present({ id, department, from, to, verdict, review }),
})

/** The issues that somebody tried to move in a period and that the viewer may see, each with all its moves in order. */
export const movedIssues = async (
  database: Database,
  workspaceId: WorkspaceId,
  viewer: Viewer,
  { from, to }: Period,
): Promise<readonly MovedIssue[]> => {
  const rows = await database.$queryRaw<MoveRow[]>`
    SELECT i.number, i.state, i.attempts, e.kind, e.at, e.data->>'id' AS id, e.data->>'department' AS department,
      e.data->>'from' AS from, e.data->>'to' AS to, e.data->>'verdict' AS verdict, (e.data->>'review')::boolean AS review
    FROM (SELECT DISTINCT m.issue_number FROM issue_event m
      WHERE m.workspace_id = ${workspaceId} AND m.kind = ANY(${[...tryKinds, ...verdictKinds]}::text[])
        AND (m.kind <> 'claimed' OR m.data ? 'from') AND m.at >= ${from} AND m.at < ${to}) moved
    JOIN issue i ON i.workspace_id = ${workspaceId} AND i.number = moved.issue_number
    JOIN issue_event e ON e.workspace_id = i.workspace_id AND e.issue_number = i.number
      AND e.kind = ANY(${[...moveKinds]}::text[])
    ${viewer.council ? Prisma.empty : Prisma.sql`WHERE ${isFor(viewer)}`}
    ORDER BY i.number, e.seq`
  const issues = new Map<number, MovedIssue & { readonly timeline: MoveEvent[] }>()
  for (const row of rows) {
    const { number, state, attempts } = row
    const issue = issues.get(number) ?? { number, state, attempts, timeline: [] }
    issue.timeline.push(toEvent(row))
    issues.set(number, issue)
  }
  return [...issues.values()]
}
