import type { WorkspaceId } from '#application/ports.ts'
import type { PeopleQueries } from '#application/queries.ts'
import type { Database } from '../database.ts'

/** Whom the tick has to look after, and the issues that are theirs, each read from an index that holds only those. */
export const peopleQueries = (database: Database): PeopleQueries => ({
  peopleDue: async (workspaceId: WorkspaceId, now, limit) =>
    database.personLook.findMany({
      where: { workspaceId, at: { lte: now } },
      orderBy: { at: 'asc' },
      take: limit,
      select: { person: true, changes: true },
    }),
  ownedBy: (workspaceId, person, after, limit) =>
    database.$queryRaw`
      SELECT i.number, h.due_at AS "dueAt" FROM issue i
      LEFT JOIN handover h ON h.workspace_id = i.workspace_id AND h.issue_number = i.number AND h.state = 'pending'
        AND h.pass = 'away'
      WHERE i.workspace_id = ${workspaceId} AND i.owner = ${person} AND i.state IN ('claimed', 'resolved')
        AND i.number > ${after} ORDER BY i.number LIMIT ${limit}`,
  askedOf: async (workspaceId, person, limit) => {
    const rows = await database.$queryRaw<{ number: number }[]>`
      SELECT i.number FROM issue i WHERE i.workspace_id = ${workspaceId} AND i.asked_person = ${person}
        AND i.state = 'flagged' ORDER BY i.number LIMIT ${limit}`
    return rows.map((row) => row.number)
  },
})
