import { PgBoss } from 'pg-boss'
import type { WorkspaceId } from '#application/ports.ts'

/** Seconds. A dead process is noticed by its missing heartbeat, and its work is taken up by whoever is alive. */
const heartbeat = 10
const longestJob = 120
const longestPause = 60
const day = 86_400

/**
 * How long the queue waits for a connection and for an answer before it opens another; milliseconds. It also tidies, which
 * may take a while.
 */
const patience = { connectionTimeoutMillis: 3_000, query_timeout: 15_000, keepAlive: true }

/** Every queue belongs to one workspace. */
export const postsQueue = (workspaceId: WorkspaceId): string => `posts.${workspaceId}`
export const deliveriesQueue = (workspaceId: WorkspaceId): string => `deliveries.${workspaceId}`

const options = {
  notify: false,
  retryLimit: 1_000_000,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: longestPause,
  heartbeatSeconds: heartbeat,
  expireInSeconds: longestJob,
  deleteAfterSeconds: day,
  retentionSeconds: 30 * day,
}

export type JobLog = { readonly warn: (details: object, message: string) => void }

/** The job queue in the same database; started with it, its failures to reach it are logged and it recovers. */
export const startBoss = async (url: string, log: JobLog): Promise<PgBoss> => {
  const boss = new PgBoss({
    ...patience,
    connectionString: url,
    max: 6,
    application_name: 'cx-council-jobs',
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    schedule: false,
  })
  boss.on('error', (error) => log.warn({ err: error }, 'the job queue stumbled; it tries again by itself'))
  await boss.start()
  return boss
}

/**
 * The queues of a workspace: messages in strict order per place, and Slack's deliveries in any order. Both are kept
 * until they succeed.
 */
export const openQueues = async (boss: PgBoss, workspaceId: WorkspaceId): Promise<void> => {
  const [posts, deliveries] = [postsQueue(workspaceId), deliveriesQueue(workspaceId)]
  await boss.createQueue(posts, { policy: 'key_strict_fifo', ...options })
  await boss.createQueue(deliveries, options)
  for (const queue of [posts, deliveries]) await boss.updateQueue(queue, options)
}
