import { isDeepStrictEqual } from 'node:util'
import type { WorkspaceId } from '#application/ports.ts'
import type { IssueEvent } from '#domain/issue/events.ts'
import type { Issue } from '#domain/issue/issue.ts'
import { insertRows, type Param, updateRow, type Writes } from '../../writes/writes.ts'
import { ofDecision, ofHandover } from './open-rows.ts'

type Row = { readonly id: string } & Readonly<Record<string, unknown>>

/** How rows of a table begin and end. */
type Kind = { readonly table: string; readonly begun: string | undefined; readonly ended: string }

type Change = {
  readonly workspaceId: WorkspaceId
  readonly issueNumber: number
  readonly at: Date
}

/**
 * Rows that are not open any more end, those that differ are changed, and new ones come after them: where only one may be
 * open at a time, the one that ends is out of the way before the next comes.
 */
const saveRows = (
  writes: Writes,
  { table, begun, ended }: Kind,
  change: Change,
  before: readonly Row[],
  after: readonly Row[],
): void => {
  const { workspaceId, issueNumber, at } = change
  const where = (id: string) => (param: Param) => `workspace_id = ${param(workspaceId)} AND id = ${param(id)}`
  const gone = before.filter(({ id }) => !after.some((row) => row.id === id))
  const room = gone.map(({ id }) => writes.add(table, updateRow(table, { state: ended, settledAt: at }, where(id))))
  for (const row of after) {
    const old = before.find(({ id }) => id === row.id)
    if (old && !isDeepStrictEqual(old, row)) {
      const { id, ...fields } = row
      writes.add(table, updateRow(table, fields, where(id)))
    }
  }
  const fresh = after.filter(({ id }) => !before.some((row) => row.id === id))
  if (fresh.length === 0) return
  const rows = fresh.map((row) => ({
    workspaceId,
    issueNumber,
    ...(begun === undefined ? {} : { state: begun }),
    ...row,
  }))
  const once = room.map((part) => `(SELECT count(*) FROM ${part}) >= 0`).join(' AND ')
  writes.add(table, insertRows(table, rows, once === '' ? '' : `WHERE ${once}`))
}

const handoverEnds: Partial<Record<IssueEvent['kind'], string>> = {
  handover_accepted: 'accepted',
  handover_returned: 'returned',
  handover_cancelled: 'cancelled',
  handover_expired: 'expired',
  handover_taken_back: 'taken_back',
  pass_accepted: 'accepted',
  pass_declined: 'returned',
  pass_cancelled: 'cancelled',
}

const handoverEnd = (before: Issue | undefined, events: readonly IssueEvent[]): string => {
  const id = before?.handover?.id
  const ended = events.find((event) => handoverEnds[event.kind] !== undefined && 'id' in event && event.id === id)
  return (ended && handoverEnds[ended.kind]) ?? 'cancelled'
}

const handovers = (issue: Issue | undefined) => (issue?.handover ? [ofHandover(issue.handover)] : [])
const decisions = (issue: Issue | undefined) => (issue?.decision ? [ofDecision(issue.decision)] : [])

/** Writes what is open of an issue in tables of its own: its handover, its consults and the council's decision. */
export const saveOpen = (
  writes: Writes,
  workspaceId: WorkspaceId,
  before: Issue | undefined,
  after: Issue,
  events: readonly IssueEvent[],
): void => {
  const change = { workspaceId, issueNumber: after.number, at: events.at(-1)?.at ?? after.lastEventAt }
  const handover = { table: 'handover', begun: 'pending', ended: handoverEnd(before, events) }
  saveRows(writes, handover, change, handovers(before), handovers(after))
  const consult = { table: 'consult', begun: undefined, ended: 'ended' }
  saveRows(writes, consult, change, before?.consults ?? [], after.consults)
  const decision = { table: 'council_decision', begun: 'open', ended: 'ended' }
  saveRows(writes, decision, change, decisions(before), decisions(after))
}
