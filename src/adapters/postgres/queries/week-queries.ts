import type { WorkspaceId } from '#application/ports.ts'
import type { IssueFacts } from '#domain/week/scorecard.ts'
import type { Database } from '../database.ts'
import type { Issue as IssueRow } from '../generated/client.ts'
import { present } from '../optional.ts'
import { toIssue } from '../repositories/issue-rows.ts'

const toFacts = (row: IssueRow): IssueFacts => {
  const issue = toIssue(row, undefined)
  return {
    number: issue.number,
    flaggedAt: issue.flaggedAt,
    deadlineAt: issue.deadlineAt,
    attempts: issue.moves.attempts,
    ...present({
      closing: issue.closing,
      closedAt: issue.closedAt,
      mergedInto: issue.mergedInto,
      withdrawnAt: row.withdrawnAt,
    }),
    ...(row.reopenedAt ? { reopenedAt: [row.reopenedAt] } : {}),
  }
}

/** One row of facts for each issue that was flagged, due or closed in the period. */
export const digestFacts = async (
  database: Database,
  workspaceId: WorkspaceId,
  from: Date,
  to: Date,
): Promise<readonly IssueFacts[]> => {
  const inPeriod = { gte: from, lt: to }
  const rows = await database.issue.findMany({
    where: { workspaceId, OR: [{ flaggedAt: inPeriod }, { deadlineAt: inPeriod }, { closedAt: inPeriod }] },
  })
  return rows.map(toFacts)
}

/** Accepted handovers in the period, and those of them that went back to a department that had held the issue. */
export const movesBetween = async (
  database: Database,
  workspaceId: WorkspaceId,
  from: Date,
  to: Date,
): Promise<{ hops: number; bounces: number }> => {
  const [row] = await database.$queryRaw<{ hops: number; bounces: number }[]>`
    SELECT count(*)::int AS hops, (count(*) FILTER (WHERE (data->>'bounce')::boolean))::int AS bounces
    FROM issue_event
    WHERE workspace_id = ${workspaceId} AND kind = 'handover_accepted' AND at >= ${from} AND at < ${to}`
  return row ?? { hops: 0, bounces: 0 }
}
