import type { WorkspaceId } from '#application/ports.ts'
import type { Look, Sending } from '#application/reminders/ledger.ts'
import { insertRows, type Param, toJson, type Writes } from '../../writes/writes.ts'
import { toData } from '../event-rows.ts'
import { outcomeOf, waitingRow } from './rows.ts'

/** Those of the looked-at issues that nobody has changed since, or is changing now. */
const unchanged =
  (workspaceId: WorkspaceId, looks: readonly Look[]) =>
  (param: Param): string => {
    const looked = looks.map(({ issue: { number, version }, nextLookAt }) => ({ number, version, at: nextLookAt }))
    return `SELECT i.number, l.at FROM issue i
      JOIN jsonb_to_recordset(${param(toJson(looked))}::jsonb) AS l(number int, version int, at timestamptz)
        ON i.number = l.number AND i.version = l.version
      WHERE i.workspace_id = ${param(workspaceId)} ORDER BY i.number FOR UPDATE OF i SKIP LOCKED`
  }

/**
 * Notes what is due of the issues that were looked at, and when to look at them again. What was settled without being
 * said, and is due again because its issue is as it was, waits again.
 */
export const noteLooks = (writes: Writes, workspaceId: WorkspaceId, looks: readonly Look[]): void => {
  if (looks.length === 0) return
  const same = writes.add('unchanged', unchanged(workspaceId, looks))
  writes.add(
    'look',
    (param) =>
      `UPDATE issue i SET next_look_at = s.at FROM ${same} s
       WHERE i.workspace_id = ${param(workspaceId)} AND i.number = s.number`,
  )
  const rows = looks.flatMap((look) => look.rows).map((row) => waitingRow(workspaceId, row))
  const kept = `WHERE issue_number IN (SELECT number FROM ${same})
    ON CONFLICT (workspace_id, issue_number, kind, state, person, again) DO UPDATE
    SET (due_at, send_at) = (excluded.due_at, excluded.send_at) WHERE reminder.sent_at IS NULL AND reminder.send_at IS NULL`
  if (rows.length > 0) writes.add('reminder', insertRows('reminder', rows, kept))
}

/** Every row that was decided on is still as it was then: the work has lost its race otherwise. */
const settleRows = (writes: Writes, workspaceId: WorkspaceId, sending: Sending): void => {
  const { at, sent, along, settled, later } = sending
  const outcomes = [
    ...sent.map(({ row, post }) => outcomeOf(row, { waited: true, sentAt: at, post })),
    ...along.map(({ row, post }) => outcomeOf(row, { waited: false, post })),
    ...settled.map((row) => outcomeOf(row, { waited: true })),
    ...later.map((put) => outcomeOf(put.row, { waited: true, sendAt: put.at })),
  ]
  if (outcomes.length === 0) return
  const done = writes.add(
    'reminder',
    (param) =>
      `UPDATE reminder r SET send_at = o.send_at, sent_at = coalesce(o.sent_at, r.sent_at), post = coalesce(o.post, r.post)
       FROM jsonb_to_recordset(${param(toJson(outcomes))}::jsonb) AS o(issue_number int, kind text, state text, person text,
         again int, waited boolean, send_at timestamptz, sent_at timestamptz, post text)
       WHERE r.workspace_id = ${param(workspaceId)} AND r.issue_number = o.issue_number AND r.kind = o.kind
         AND r.state = o.state AND r.person = o.person AND r.again = o.again AND (r.send_at IS NOT NULL) = o.waited
       RETURNING 1 AS one`,
  )
  writes.insist(
    writes.add(
      'all',
      (param) => `SELECT 1 AS one WHERE (SELECT count(*) FROM ${done}) = ${param(outcomes.length)}::int`,
    ),
  )
}

/** The timelines of many issues, each under the version that was read. */
const tellTimelines = (writes: Writes, workspaceId: WorkspaceId, { told }: Sending): void => {
  if (told.length === 0) return
  const entries = told.map(({ issue: { number, version }, events }) => ({
    number,
    version,
    at: events.at(-1)?.at,
    count: events.length,
    events: events.map((event) => ({ at: event.at, kind: event.kind, data: toData(event) })),
  }))
  const counted = writes.add(
    'issue',
    (param) =>
      `UPDATE issue i SET version = i.version + 1, event_count = i.event_count + t.count, last_event_at = t.at
       FROM jsonb_to_recordset(${param(toJson(entries))}::jsonb)
         AS t(number int, version int, at timestamptz, count int, events jsonb)
       WHERE i.workspace_id = ${param(workspaceId)} AND i.number = t.number AND i.version = t.version
       RETURNING i.number, i.event_count - t.count AS before, t.events`,
  )
  writes.add(
    'event',
    (param) =>
      `INSERT INTO issue_event (workspace_id, issue_number, seq, at, kind, data)
       SELECT ${param(workspaceId)}, c.number, c.before + e.nr, (e.event->>'at')::timestamptz, e.event->>'kind', e.event->'data'
       FROM ${counted} c CROSS JOIN jsonb_array_elements(c.events) WITH ORDINALITY AS e(event, nr)`,
  )
  writes.insist(
    writes.add(
      'all',
      (param) => `SELECT 1 AS one WHERE (SELECT count(*) FROM ${counted}) = ${param(told.length)}::int`,
    ),
  )
}

/** Everything that is noted when reminders go out: the messages by their keys, the rows, the timelines. */
export const noteSending = (writes: Writes, workspaceId: WorkspaceId, sending: Sending): void => {
  const messages = sending.messages.map((message) => ({ workspaceId, ...message, at: sending.at }))
  if (messages.length > 0) writes.add('batch', insertRows('reminder_batch', messages))
  settleRows(writes, workspaceId, sending)
  tellTimelines(writes, workspaceId, sending)
}

/** What was sent at a time with a message waits anew; what came along in it stays, and comes along in the next one. */
export const takeBack = (
  writes: Writes,
  workspaceId: WorkspaceId,
  message: { readonly post: string; readonly sentAt: Date },
  now: Date,
): void => {
  writes.add(
    'taken_back',
    (param) =>
      `UPDATE reminder SET send_at = ${param(now)}::timestamptz, sent_at = NULL, post = NULL
       WHERE workspace_id = ${param(workspaceId)} AND post = ${param(message.post)}
         AND sent_at = ${param(message.sentAt)}::timestamptz`,
  )
}
