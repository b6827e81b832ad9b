import type { WorkspaceId } from '#application/ports.ts'
import { deliveriesQueue, postsQueue } from './queues.ts'

type Query = (sql: string, values?: readonly unknown[]) => Promise<readonly Readonly<Record<string, unknown>>[]>

/** The work of a workspace that nobody has begun. */
export type Backlog = {
  readonly missingQueues: readonly string[]
  readonly waiting: number
  /** How long the first of those that are due waits, by the database's clock; milliseconds. */
  readonly oldestWaitedMs: number | undefined
}

/** Looks at the queues of a workspace without starting them; they need not exist. */
export const backlogOf = async (query: Query, workspaceId: WorkspaceId): Promise<Backlog> => {
  const queues = [postsQueue(workspaceId), deliveriesQueue(workspaceId)]
  const [table] = await query("SELECT to_regclass('pgboss.queue')::text AS name")
  if (table?.name == null) return { missingQueues: queues, waiting: 0, oldestWaitedMs: undefined }
  const found = await query('SELECT name FROM pgboss.queue WHERE name = ANY($1)', [queues])
  const there = found.map(({ name }) => name)
  const [job] = await query(
    `SELECT count(*)::int AS waiting,
       (extract(epoch FROM now() - min(created_on)) * 1000)::float8 AS oldest
     FROM pgboss.job WHERE name = ANY($1) AND state IN ('created', 'retry')`,
    [queues],
  )
  const oldest = job?.oldest
  return {
    missingQueues: queues.filter((queue) => !there.includes(queue)),
    waiting: Number(job?.waiting ?? 0),
    oldestWaitedMs: typeof oldest === 'number' ? oldest : undefined,
  }
}
