import type { WorkspaceId } from '#application/ports.ts'
import type { PeopleRepository } from '#application/repositories.ts'
import type { PersonId } from '#domain/council.ts'
import { insertRows, type Param, type Writes } from '../../writes/writes.ts'

/** Whose issues the tick has to look at, and when; what happens while it looks is not taken for seen. */
const lookAfter = (workspaceId: WorkspaceId, person: PersonId, at: Date) =>
  insertRows(
    'person_look',
    [{ workspaceId, person, at, changes: 0 }],
    'ON CONFLICT (workspace_id, person) DO UPDATE SET at = EXCLUDED.at, changes = person_look.changes + 1',
  )

const lookedAfter =
  (workspaceId: WorkspaceId, person: PersonId, changes: number, next: Date | undefined) =>
  (param: Param): string => {
    const row = `workspace_id = ${param(workspaceId)} AND person = ${param(person)} AND changes = ${param(changes)}`
    return next === undefined
      ? `DELETE FROM person_look WHERE ${row}`
      : `UPDATE person_look SET at = ${param(next)}::timestamptz WHERE ${row}`
  }

/** What waited for them to be here waits no longer; what they put off themselves does. */
const remindedNow =
  (workspaceId: WorkspaceId, person: PersonId, at: Date) =>
  (param: Param): string =>
    `UPDATE reminder SET send_at = ${param(at)}::timestamptz
     WHERE workspace_id = ${param(workspaceId)} AND person = ${param(person)} AND send_at > ${param(at)}::timestamptz
       AND again = 0`

const keep =
  'ON CONFLICT (workspace_id, person) DO UPDATE SET (since, until, cover) = (EXCLUDED.since, EXCLUDED.until, EXCLUDED.cover)'

type AbsenceWrites = Pick<PeopleRepository, 'away' | 'back' | 'lookAfter' | 'lookedAfter'>

/** What people say of being away, each with a look of the tick at what is theirs. */
export const absenceWrites = (writes: Writes, workspaceId: WorkspaceId): AbsenceWrites => ({
  away: async (person, { since, until, cover }) => {
    const row = { workspaceId, person, since, until: until ?? null, cover: cover ?? null }
    writes.add('absence', insertRows('absence', [row], keep))
    writes.add('look', lookAfter(workspaceId, person, since))
  },
  back: async (person, at) => {
    const gone = (param: Param) =>
      `DELETE FROM absence WHERE workspace_id = ${param(workspaceId)} AND person = ${param(person)}`
    writes.add('absence', gone)
    writes.add('reminder', remindedNow(workspaceId, person, at))
    writes.add('look', lookAfter(workspaceId, person, at))
  },
  lookAfter: async (person, at) => {
    writes.add('look', lookAfter(workspaceId, person, at))
  },
  lookedAfter: async (person, changes, next) => {
    writes.add('look', lookedAfter(workspaceId, person, changes, next))
  },
})
