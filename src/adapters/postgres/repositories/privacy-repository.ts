import type { Ids, WorkspaceId } from '#application/ports.ts'
import type { PrivacyRepository, Subject } from '#application/privacy/privacy.ts'
import { erasedName } from '#domain/people.ts'
import { prepared, type Sql } from '../sql.ts'
import { insertRows, type Param, type Writes } from '../writes/writes.ts'

const textsLeft = prepared<{ all: number; theirs: number; gone: boolean }>(
  `SELECT count(w.seq)::int AS all, (count(w.seq) FILTER (WHERE w.author = $3))::int AS theirs,
     i.words_erased_at IS NOT NULL AS gone
   FROM issue i LEFT JOIN issue_words w
     ON w.workspace_id = i.workspace_id AND w.issue_number = i.number AND w.redacted_at IS NULL
   WHERE i.workspace_id = $1 AND i.number = $2 GROUP BY i.workspace_id, i.number`,
)

/** What an erased customer is called wherever a name is shown. */
const nobody = 'Erased customer'

/** Names are compared in lower case: nobody can type this one. */
const nobodysName = (customer: string): string => `ERASED:${customer}`

const forgetPerson =
  (workspaceId: WorkspaceId, person: string, at: Date) =>
  (param: Param): string =>
    `INSERT INTO person (workspace_id, id, name, kind, admin, time_zone, seen_at, erased_at)
     VALUES (${param(workspaceId)}, ${param(person)}, ${param(erasedName)}, 'deactivated', false, 'UTC',
       ${param(at)}::timestamptz, ${param(at)}::timestamptz)
     ON CONFLICT (workspace_id, id) DO UPDATE SET name = excluded.name, time_zone = excluded.time_zone,
       handle = NULL, away_until = NULL, erased_at = coalesce(person.erased_at, excluded.erased_at)`

const redacted =
  (workspaceId: WorkspaceId, issue: number, at: Date, author: string | undefined) =>
  (param: Param): string =>
    `UPDATE issue_words SET text = '', redacted_at = ${param(at)}::timestamptz
     WHERE workspace_id = ${param(workspaceId)} AND issue_number = ${param(issue)} AND redacted_at IS NULL
       ${author === undefined ? '' : `AND author = ${param(author)}`}`

/** Requests end with the person who caused them. */
const dropped = (writes: Writes, workspaceId: WorkspaceId, subject: Subject, requestsBefore: Date): void => {
  if ('customer' in subject) {
    writes.add(
      'draft',
      (param) =>
        `DELETE FROM draft d USING customer c WHERE d.workspace_id = ${param(workspaceId)}
         AND c.workspace_id = d.workspace_id AND c.id = ${param(subject.customer)}
         AND strpos(lower(d.text), lower(c.name)) > 0`,
    )
    return
  }
  const { person } = subject
  writes.add(
    'draft',
    (param) => `DELETE FROM draft WHERE workspace_id = ${param(workspaceId)} AND author = ${param(person)}`,
  )
  writes.add(
    'request',
    (param) =>
      `DELETE FROM request WHERE workspace_id = ${param(workspaceId)} AND at < ${param(requestsBefore)}::timestamptz
       AND right(key, length(${param(person)}::text) + 1) = ':' || ${param(person)}::text`,
  )
}

/** Erasing in PostgreSQL: the rows stay, so that what happened can still be counted. */
export const privacyRepository = (sql: Sql, writes: Writes, workspaceId: WorkspaceId, ids: Ids): PrivacyRepository => ({
  textsLeft: async (issue, author) =>
    (await textsLeft(sql, workspaceId, issue, author ?? null))[0] ?? { all: 0, theirs: 0, gone: false },
  redact: async (issue, at, author) => {
    writes.add('redacted', redacted(workspaceId, issue, at, author))
  },
  forgetPerson: async (person, at) => {
    writes.add('forgotten', forgetPerson(workspaceId, person, at))
  },
  nobodyFor: async (customer) => {
    const id = `erased:${customer}`
    const row = { workspaceId, id, name: nobody, matchName: nobodysName(customer) }
    writes.add('nobody', insertRows('customer', [row], 'ON CONFLICT DO NOTHING'))
    return id
  },
  forgetCustomer: async (customer) => {
    const gone = writes.add(
      'forgotten',
      (param) =>
        `DELETE FROM customer c WHERE c.workspace_id = ${param(workspaceId)} AND c.id = ${param(customer)}
         AND NOT EXISTS (SELECT FROM issue i WHERE i.workspace_id = c.workspace_id AND i.customer_id = c.id)
         RETURNING c.id`,
    )
    writes.add(
      'names',
      (param) =>
        `DELETE FROM customer_name n USING ${gone} g WHERE n.workspace_id = ${param(workspaceId)} AND n.customer_id = g.id`,
    )
  },
  dropBelongings: async (subject, requestsBefore) => dropped(writes, workspaceId, subject, requestsBefore),
  noteSetup: async ({ kind, at, actor, ...data }) => {
    writes.add(
      'setup',
      insertRows('setup_event', [{ workspaceId, id: ids.next(), at, actor: actor ?? null, kind, data }]),
    )
  },
})
