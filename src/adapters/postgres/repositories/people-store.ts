import type { WorkspaceId } from '#application/ports.ts'
import type { Channel } from '#application/read-models.ts'
import type { PeopleRepository } from '#application/repositories.ts'
import type { Absence, Person, PersonKind } from '#domain/people.ts'
import type { Database } from '../database.ts'
import type { Person as PersonRow } from '../generated/client.ts'
import { present } from '../optional.ts'
import { inFields, prepared, type Sql } from '../sql.ts'
import type { Writes } from '../writes/writes.ts'
import { absenceWrites } from './availability/absences.ts'

/** A person, and what they said of being away. */
type AbsentRow = PersonRow & { readonly since: Date | null; readonly until: Date | null; readonly cover: string | null }

const absenceOf = ({ since, until, cover }: AbsentRow): Absence | undefined =>
  since === null ? undefined : { since, ...present({ until, cover }) }

const toPerson = (row: PersonRow): Person => ({
  id: row.id,
  name: row.name,
  kind: row.kind as PersonKind,
  admin: row.admin,
  timeZone: row.timeZone,
  ...present({ handle: row.handle, awayUntil: row.awayUntil, awaySince: row.awaySince }),
})

const toAbsentPerson = (row: AbsentRow): Person => ({ ...toPerson(row), ...present({ absence: absenceOf(row) }) })

const people = prepared<Record<string, unknown>>(
  `WITH RECURSIVE named(id) AS (
     SELECT unnest($2::text[])
     UNION
     SELECT a.cover FROM named n JOIN absence a ON a.workspace_id = $1 AND a.person = n.id WHERE a.cover IS NOT NULL)
   SELECT p.*, a.since, a.until, a.cover FROM named n JOIN person p ON p.workspace_id = $1 AND p.id = n.id
   LEFT JOIN absence a ON a.workspace_id = p.workspace_id AND a.person = p.id`,
)

const called = prepared<Record<string, unknown>>(
  `SELECT p.*, a.since, a.until, a.cover FROM person p
   LEFT JOIN absence a ON a.workspace_id = p.workspace_id AND a.person = p.id
   WHERE p.workspace_id = $1 AND p.kind = 'member' AND (lower(p.handle) = lower($2) OR lower(p.name) = lower($2))
   ORDER BY p.id LIMIT 10`,
)

const read = (row: Record<string, unknown>): Person => toAbsentPerson(inFields<AbsentRow>(row))

/** People of a workspace as Slack last described them. */
export const peopleRepository = (sql: Sql, writes: Writes, workspaceId: WorkspaceId): PeopleRepository => ({
  byIds: async (ids) => {
    const rows = await people(sql, workspaceId, [...new Set(ids)])
    return new Map(rows.map(read).map((person) => [person.id, person]))
  },
  called: async (name) => (await called(sql, workspaceId, name)).map(read),
  ...absenceWrites(writes, workspaceId),
})

const upsertPerson = prepared<Record<string, unknown>>(
  `INSERT INTO person (workspace_id, id, name, handle, kind, admin, time_zone, away_until, away_since, seen_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, CASE WHEN $8::timestamptz IS NULL THEN NULL ELSE $9::timestamptz END, $9)
   ON CONFLICT (workspace_id, id) DO UPDATE SET (name, handle, kind, admin, time_zone, away_until, away_since, seen_at) =
     (CASE WHEN person.erased_at IS NULL THEN EXCLUDED.name ELSE person.name END,
      CASE WHEN person.erased_at IS NULL THEN EXCLUDED.handle END, EXCLUDED.kind, EXCLUDED.admin, EXCLUDED.time_zone,
      EXCLUDED.away_until,
      CASE WHEN person.away_until > EXCLUDED.seen_at AND EXCLUDED.away_until IS NOT NULL THEN person.away_since
           ELSE EXCLUDED.away_since END, EXCLUDED.seen_at)
   RETURNING *`,
)

/** Remembers what Slack says of people and channels, with the time at which it said so. */
export const directoryStore = (database: Database, sql: Sql) => ({
  findPerson: async (workspaceId: WorkspaceId, id: string): Promise<{ value: Person; seenAt: Date } | undefined> => {
    const row = await database.person.findUnique({ where: { workspaceId_id: { workspaceId, id } } })
    return row ? { value: toPerson(row), seenAt: row.seenAt } : undefined
  },
  /** Answers what is kept of it: the name of somebody who was erased is not learnt again. */
  savePerson: async (workspaceId: WorkspaceId, person: Person, seenAt: Date): Promise<Person> => {
    const { id, name, handle = null, kind, admin, timeZone, awayUntil = null } = person
    const [row] = await upsertPerson(sql, workspaceId, id, name, handle, kind, admin, timeZone, awayUntil, seenAt)
    return row ? toPerson(inFields<PersonRow>(row)) : person
  },
  findChannel: async (workspaceId: WorkspaceId, id: string): Promise<{ value: Channel; seenAt: Date } | undefined> => {
    const row = await database.channel.findUnique({ where: { workspaceId_id: { workspaceId, id } } })
    return row
      ? { value: { id, name: row.name, private: row.private, shared: row.shared }, seenAt: row.seenAt }
      : undefined
  },
  saveChannel: async (workspaceId: WorkspaceId, { id, ...channel }: Channel, seenAt: Date): Promise<undefined> => {
    const data = { ...channel, seenAt }
    await database.channel.upsert({
      where: { workspaceId_id: { workspaceId, id } },
      create: { workspaceId, id, ...data },
      update: data,
    })
    return undefined
  },
})
