import type { WorkspaceId } from '#application/ports.ts'
import type { Channel } from '#application/read-models.ts'
import type { PeopleRepository } from '#application/repositories.ts'
import type { Person, PersonKind } from '#domain/people.ts'
import type { Database } from '../database.ts'
import type { Person as PersonRow } from '../generated/client.ts'
import { present } from '../optional.ts'
import { inFields, prepared, type Sql } from '../sql.ts'

const toPerson = (row: PersonRow): Person => ({
  id: row.id,
  name: row.name,
  kind: row.kind as PersonKind,
  admin: row.admin,
  timeZone: row.timeZone,
  ...present({ awayUntil: row.awayUntil }),
})

const people = prepared<Record<string, unknown>>('SELECT * FROM person WHERE workspace_id = $1 AND id = ANY($2)')

/** People of a workspace as Slack last described them. */
export const peopleRepository = (sql: Sql, workspaceId: WorkspaceId): PeopleRepository => ({
  byIds: async (ids) => {
    const rows = await people(sql, workspaceId, [...new Set(ids)])
    return new Map(rows.map((row) => toPerson(inFields<PersonRow>(row))).map((person) => [person.id, person]))
  },
})

/** Remembers what Slack says of people and channels, with the time at which it said so. */
export const directoryStore = (database: Database) => ({
  findPerson: async (workspaceId: WorkspaceId, id: string): Promise<{ value: Person; seenAt: Date } | undefined> => {
    const row = await database.person.findUnique({ where: { workspaceId_id: { workspaceId, id } } })
    return row ? { value: toPerson(row), seenAt: row.seenAt } : undefined
  },
  /** Answers what is kept of it: the name of somebody who was erased is not learnt again. */
  savePerson: async (workspaceId: WorkspaceId, person: Person, seenAt: Date): Promise<Person> => {
    const [row] = await database.$queryRaw<Record<string, unknown>[]>`
      INSERT INTO person (workspace_id, id, name, kind, admin, time_zone, away_until, seen_at)
      VALUES (${workspaceId}, ${person.id}, ${person.name}, ${person.kind}, ${person.admin}, ${person.timeZone},
        ${person.awayUntil ?? null}, ${seenAt})
      ON CONFLICT (workspace_id, id) DO UPDATE SET
        name = CASE WHEN person.erased_at IS NULL THEN excluded.name ELSE person.name END,
        kind = excluded.kind, admin = excluded.admin, time_zone = excluded.time_zone,
        away_until = excluded.away_until, seen_at = excluded.seen_at
      RETURNING *`
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
