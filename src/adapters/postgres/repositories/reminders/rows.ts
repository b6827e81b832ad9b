import type { WorkspaceId } from '#application/ports.ts'
import type { LedgerRow, ReminderKind } from '#domain/reminders/reminder.ts'
import type { Reminder } from '../../generated/client.ts'
import { present } from '../../optional.ts'
import { inFields } from '../../sql.ts'

/** A row as the ledger has it. */
export const toLedgerRow = (columns: Readonly<Record<string, unknown>>): LedgerRow => {
  const row = inFields<Reminder>(columns)
  return {
    issue: row.issueNumber,
    kind: row.kind as ReminderKind,
    state: row.state,
    person: row.person,
    again: row.again,
    dueAt: row.dueAt,
    ...present({ sendAt: row.sendAt, sentAt: row.sentAt, post: row.post }),
  }
}

/** The columns of a row that waits. */
export const waitingRow = (workspaceId: WorkspaceId, row: LedgerRow) => ({
  workspaceId,
  issueNumber: row.issue,
  kind: row.kind,
  state: row.state,
  person: row.person,
  again: row.again,
  dueAt: row.dueAt,
  sendAt: row.sendAt ?? null,
})

/** What becomes of a row: until when it waits, or when it was sent and where it stands. */
export type Outcome = {
  readonly waited: boolean
  readonly sendAt?: Date
  readonly sentAt?: Date
  readonly post?: string
}

/** A row and its outcome in the columns of a record set. */
export const outcomeOf = (row: LedgerRow, { waited, sendAt, sentAt, post }: Outcome) => ({
  issue_number: row.issue,
  kind: row.kind,
  state: row.state,
  person: row.person,
  again: row.again,
  waited,
  send_at: sendAt ?? null,
  sent_at: sentAt ?? null,
  post: post ?? null,
})
