import type { JobWithMetadata, PgBoss } from 'pg-boss'

/** Seconds between looks at the queue when nothing wakes a worker: a notice that was lost costs no more than this. */
const options = {
  includeMetadata: true as const,
  batchSize: 1,
  pollingIntervalSeconds: 1,
  notifyPollingIntervalSeconds: 2,
}

/**
 * Works on a queue with several workers. A worker that has ended a job looks for the next at once, where pg-boss by
 * itself would first wait out the time until its next look.
 */
export const workSteadily = async <T extends object>(
  boss: PgBoss,
  queue: string,
  workers: number,
  work: (job: JobWithMetadata<T>) => Promise<void>,
): Promise<void> => {
  for (let i = 0; i < workers; i += 1) {
    let id = ''
    id = await boss.work(queue, options, async ([job]: readonly JobWithMetadata<T>[]) => {
      try {
        if (job) await work(job)
      } finally {
        boss.notifyWorker(id)
      }
    })
  }
}
