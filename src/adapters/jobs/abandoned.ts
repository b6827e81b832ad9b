import type { PgBoss } from 'pg-boss'
import type { WorkspaceId } from '#application/ports.ts'
import { deliveriesQueue, postsQueue } from './queues.ts'

/**
 * Puts jobs back that a process took and did not end, without waiting for its missing heartbeat. Only to be called with
 * a time by the database's clock at which no other process worked for the workspace.
 */
export const putBackAbandoned = async (boss: PgBoss, workspaceId: WorkspaceId, takenBefore: Date): Promise<void> => {
  for (const queue of [postsQueue(workspaceId), deliveriesQueue(workspaceId)]) {
    const sql = "SELECT id FROM pgboss.job WHERE name = $1 AND state = 'active' AND started_on < $2"
    const { rows } = await boss.getDb().executeSql(sql, [queue, takenBefore])
    const ids: string[] = rows.map((row) => String(row.id))
    if (ids.length > 0) await boss.fail(queue, ids, { message: 'the process that worked on it has ended' })
  }
}
