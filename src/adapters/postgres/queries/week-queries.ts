import type { WorkspaceId } from '#application/ports.ts'
import type { IssueFacts } from '#domain/week/scorecard.ts'
import type { Database } from '../database.ts'
import { present } from '../optional.ts'
import { closingOf } from '../repositories/issue-rows.ts'

type FactsRow = {
  number: number
  flagged_at: Date
  deadline_at: Date
  attempts: number
  outcome: string | null
  told_at: Date | null
  told_by: string | null
  told_attempts: number | null
  explained_again: string | null
  satisfaction: number | null
  closed_at: Date | null
  reopened_at: Date | null
  withdrawn_at: Date | null
  merged_into: number | null
}

const toFacts = (row: FactsRow): IssueFacts => ({
  number: row.number,
  flaggedAt: row.flagged_at,
  deadlineAt: row.deadline_at,
  attempts: row.attempts,
  ...present({
    closing: closingOf({
      outcome: row.outcome,
      toldAt: row.told_at,
      toldBy: row.told_by,
      toldAttempts: row.told_attempts,
      explainedAgain: row.explained_again,
      satisfaction: row.satisfaction,
    }),
    closedAt: row.closed_at,
    mergedInto: row.merged_into,
    withdrawnAt: row.withdrawn_at,
    reopenedAt: row.reopened_at === null ? undefined : [row.reopened_at],
  }),
})

/** One row of facts for each issue that was flagged, due or closed in the period. */
export const digestFacts = async (
  database: Database,
  workspaceId: WorkspaceId,
  from: Date,
  to: Date,
): Promise<readonly IssueFacts[]> => {
  const rows = await database.$queryRaw<FactsRow[]>`
    SELECT number, flagged_at, deadline_at, attempts, outcome, told_at, told_by, told_attempts, explained_again,
      satisfaction, closed_at, reopened_at, withdrawn_at, merged_into
    FROM issue
    WHERE workspace_id = ${workspaceId} AND (flagged_at >= ${from} AND flagged_at < ${to}
      OR deadline_at >= ${from} AND deadline_at < ${to} OR closed_at >= ${from} AND closed_at < ${to})`
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
