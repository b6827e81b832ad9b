import type { IssueLine } from '#application/read-models.ts'
import type { IssueState } from '#domain/issue/issue.ts'
import type { WaitCause } from '#domain/issue/wait.ts'
import type { Severity } from '#domain/severity.ts'
import { Prisma } from '../generated/client.ts'
import { present } from '../optional.ts'

/** An issue as a row of a list. */
export type LineRow = {
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
  decision_id: string | null
  decision_review: boolean | null
  waiting_on: string | null
  waiting_department: string | null
  waiting_until: Date | null
}

const waitOf = ({ waiting_on: on, waiting_department: department, waiting_until: until }: LineRow) =>
  on === null ? undefined : { on: on as WaitCause, ...present({ department, until }) }

/** The line of a list that a row is. */
export const toLine = (row: LineRow): IssueLine => ({
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
    decision: row.decision_id === null ? undefined : { id: row.decision_id, review: row.decision_review === true },
    wait: waitOf(row),
  }),
})

/** The first words of an issue, for a line of a list. */
const wordsShown = 200

/** What a line shows of an issue `i`, with what `lineJoins` brings. */
export const lineColumns = Prisma.sql`i.number, i.state, i.severity, i.audience, i.department, i.stage, i.owner,
  p.name AS owner_name, c.name AS customer_name, i.flagged_at, i.next_step_by, i.last_update_at, left(w.text, ${wordsShown}) AS words,
  h.id AS handover_id, h.to_department AS handover_to, cd.id AS decision_id, cd.review AS decision_review,
  i.waiting_on, i.waiting_department, i.waiting_until`

/** The names, words, handover and decision of an issue `i`. */
export const lineJoins = Prisma.sql`
  LEFT JOIN person p ON p.workspace_id = i.workspace_id AND p.id = i.owner
  LEFT JOIN customer c ON c.workspace_id = i.workspace_id AND c.id = i.customer_id
  LEFT JOIN issue_words w ON w.workspace_id = i.workspace_id AND w.issue_number = i.number AND w.seq = 1
  LEFT JOIN handover h ON h.workspace_id = i.workspace_id AND h.issue_number = i.number AND h.state = 'pending'
  LEFT JOIN council_decision cd ON cd.workspace_id = i.workspace_id AND cd.issue_number = i.number AND cd.state = 'open'`
