import type { WorkspaceId } from '#application/ports.ts'
import { batchKey, type ReminderRepository } from '#application/reminders/ledger.ts'
import type { PersonId } from '#domain/council.ts'
import type { Waiting } from '#domain/reminders/batch.ts'
import type { Noted } from '#domain/reminders/recipient.ts'
import { present } from '../../optional.ts'
import { prepared, type Sql } from '../../sql.ts'
import { insertRows, type Writes } from '../../writes/writes.ts'
import { openColumns } from '../moving/open-rows.ts'
import { type IssueColumns, issueOf } from '../story.ts'
import { toLedgerRow, waitingRow } from './rows.ts'
import { noteLooks, noteSending, takeBack } from './writes.ts'

const lookedAt = prepared<IssueColumns & { readonly noted: readonly Noted[] | null }>(
  `SELECT i.*, ${openColumns},
     (SELECT jsonb_agg(jsonb_build_object('kind', r.kind, 'state', r.state, 'person', r.person,
        'said', r.sent_at IS NOT NULL)) FROM reminder r
      WHERE r.workspace_id = i.workspace_id AND r.issue_number = i.number
        AND (r.sent_at IS NOT NULL OR r.send_at IS NOT NULL)) AS noted
   FROM issue i WHERE i.workspace_id = $1 AND i.next_look_at <= $2 ORDER BY i.next_look_at LIMIT $3`,
)

const issuesOf = prepared<IssueColumns>(
  `SELECT i.*, ${openColumns} FROM issue i WHERE i.workspace_id = $1 AND i.number = ANY($2::int[])`,
)

const persons = prepared<{ person: string; quiet: boolean; other: boolean }>(
  `SELECT person, bool_or(kind = 'quiet') AS quiet, bool_or(kind <> 'quiet') AS other FROM reminder WHERE workspace_id = $1 AND send_at <= $2
   GROUP BY person ORDER BY min(send_at), person`,
)

/** The last messages of each person; no day has more of them than a budget can be. */
const messages = prepared<{ person: string; day: string; number: number; at: Date }>(
  `SELECT p.person, b.day, b.number, b.at FROM unnest($2::text[]) AS p(person) CROSS JOIN LATERAL (
     SELECT day, number, at FROM reminder_batch m WHERE m.workspace_id = $1 AND m.person = p.person
     ORDER BY day DESC, number DESC LIMIT 200) b
   ORDER BY b.at, b.day, b.number`,
)

const waiting = prepared<Record<string, unknown>>(
  `SELECT * FROM reminder WHERE workspace_id = $1 AND person = ANY($2::text[]) AND send_at <= $3
   ORDER BY due_at, issue_number`,
)

const standing = prepared<Record<string, unknown>>(
  'SELECT * FROM reminder WHERE workspace_id = $1 AND post = ANY($2::text[])',
)

const ofPerson = prepared<Record<string, unknown>>(
  'SELECT * FROM reminder WHERE workspace_id = $1 AND issue_number = ANY($2::int[]) AND person = $3',
)

type Message = { readonly person: PersonId; readonly day: string; readonly number: number }

/** The messages are read before the rows: whoever sends meanwhile has then taken either the rows or the number. */
const waitingFor = async (
  sql: Sql,
  workspaceId: WorkspaceId,
  of: readonly PersonId[],
  now: Date,
): Promise<readonly Waiting[]> => {
  const sent: readonly Message[] = await messages(sql, workspaceId, of)
  const last = new Map(sent.map(({ person, day, number }) => [person, batchKey(person, day, number)]))
  const rows = (await waiting(sql, workspaceId, of, now)).map(toLedgerRow)
  const before = (await standing(sql, workspaceId, [...last.values()])).map(toLedgerRow)
  return of.map((person) => ({
    person,
    rows: rows.filter((row) => row.person === person),
    before: before.filter((row) => row.person === person),
    ...present({ messageBefore: last.get(person) }),
    spent: sent.filter((one) => one.person === person).map(({ day, number }) => ({ day, count: number })),
  }))
}

/** The ledger of reminders in PostgreSQL. */
export const reminderRepository = (sql: Sql, writes: Writes, workspaceId: WorkspaceId): ReminderRepository => {
  const lastMessages = async (of: readonly PersonId[]) =>
    new Map(
      (await messages(sql, workspaceId, of)).map(({ person, day, number }) => [person, batchKey(person, day, number)]),
    )
  return {
    toLookAt: async (now, limit) =>
      (await lookedAt(sql, workspaceId, now, limit)).map(({ noted, ...columns }) => ({
        issue: issueOf(columns),
        noted: noted ?? [],
      })),
    note: async (looks) => noteLooks(writes, workspaceId, looks),
    personsWaiting: (now) => persons(sql, workspaceId, now),
    waitingFor: (of, now) => waitingFor(sql, workspaceId, of, now),
    issues: async (numbers) => {
      const found = (await issuesOf(sql, workspaceId, [...new Set(numbers)])).map(issueOf)
      return new Map(found.map((issue) => [issue.number, issue]))
    },
    send: async (sending) => noteSending(writes, workspaceId, sending),
    takeBack: async (post, sentAt, now) => takeBack(writes, workspaceId, { post, sentAt }, now),
    shownIn: async (post, person) => {
      const newest = (await lastMessages([person])).get(person) === post
      const rows = (await standing(sql, workspaceId, [post])).map(toLedgerRow)
      const numbers = rows.map(({ issue }) => issue)
      const all = numbers.length === 0 ? [] : await ofPerson(sql, workspaceId, numbers, person)
      return { newest, rows, putOff: all.map(toLedgerRow).filter((row) => row.again > 0 && row.sendAt !== undefined) }
    },
    of: async (issue, person) => (await ofPerson(sql, workspaceId, [issue], person)).map(toLedgerRow),
    putOff: async (rows) => {
      const waits = rows.map((row) => waitingRow(workspaceId, row))
      const key = '(workspace_id, issue_number, kind, state, person, again)'
      const more = `ON CONFLICT ${key} DO UPDATE SET send_at = excluded.send_at WHERE reminder.sent_at IS NULL`
      writes.add('reminder', insertRows('reminder', waits, more))
    },
  }
}
