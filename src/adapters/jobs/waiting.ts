import type { PgBoss } from 'pg-boss'
import type { WorkspaceId } from '#application/ports.ts'
import { deliveriesQueue, postsQueue } from './queues.ts'

/** Jobs of a queue that nobody works on yet, those to be tried again among them; the age is in seconds. */
export type Waiting = {
  readonly queue: 'deliveries' | 'posts'
  readonly count: number
  /** 0 when nothing waits. */
  readonly oldestSeconds: number
}

/** Answered from the index by which pg-boss finds its next job. The database's clock alone counts. */
const sql = `SELECT count(*)::int AS count, coalesce(extract(epoch FROM now() - min(created_on)), 0)::float8 AS age
  FROM pgboss.job WHERE name = $1 AND state < 'active' AND NOT blocked`

/** How much waits in the queues of a workspace, and for how long already. */
export const readWaiting = (boss: PgBoss, workspaceId: WorkspaceId): Promise<readonly Waiting[]> => {
  const read = async (queue: Waiting['queue'], name: string): Promise<Waiting> => {
    const { rows } = await boss.getDb().executeSql(sql, [name])
    return { queue, count: Number(rows[0]?.count ?? 0), oldestSeconds: Number(rows[0]?.age ?? 0) }
  }
  return Promise.all([read('deliveries', deliveriesQueue(workspaceId)), read('posts', postsQueue(workspaceId))])
}
