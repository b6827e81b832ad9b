import type { WorkspaceId } from '#application/ports.ts'
import type { ClosedPlace, ClosedPlaceRepository } from '#application/repositories.ts'
import { inFields, prepared, type Sql } from '../sql.ts'
import { insertRows, updateRow, type Writes } from '../writes/writes.ts'

const byPlace = prepared<Record<string, unknown>>(
  'SELECT since, told_at FROM closed_place WHERE workspace_id = $1 AND place = $2',
)

/** Channels and people that take no messages of ours. */
export const closedPlaceRepository = (sql: Sql, writes: Writes, workspaceId: WorkspaceId): ClosedPlaceRepository => ({
  find: async (place) => {
    const [row] = await byPlace(sql, workspaceId, place)
    return row && inFields<ClosedPlace>(row)
  },
  note: async (place, before, after) => {
    if (!before) {
      writes.add('closed_place', insertRows('closed_place', [{ workspaceId, place, ...after }]))
      return
    }
    const unchanged = (param: (value: unknown) => string) =>
      `workspace_id = ${param(workspaceId)} AND place = ${param(place)} AND told_at = ${param(before.toldAt)}`
    writes.insist(writes.add('closed_place', updateRow('closed_place', after, unchanged)))
  },
})
