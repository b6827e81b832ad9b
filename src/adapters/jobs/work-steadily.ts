import type { JobWithMetadata, PgBoss } from 'pg-boss'

/** Seconds between looks at the queue when nothing wakes a worker: how long work of a process that died may wait. */
const pollingIntervalSeconds = 1

/** Milliseconds after which what is done of a batch is settled although the rest of it is not. */
const settleAfter = 100

export type Crew = {
  readonly workers: number
  /** How many jobs a worker takes at a time; it works on all of them at once. */
  readonly batch: number
}

type Outcome = { readonly id: string; readonly status: 'completed' | 'failed'; readonly output?: object }

/** What pg-boss keeps of a failure: its kind only, because its message could quote what somebody wrote. */
const failure = (error: unknown): object => ({ error: error instanceof Error ? error.name : typeof error })

/**
 * Works on a queue with several workers, each on a batch of jobs at once; one that throws is tried again later, the
 * others are done. A slow job holds up neither those that wait behind the others of its batch nor the other workers.
 * Answers how to wake the workers: they look for jobs at once.
 */
export const workSteadily = async <T extends object>(
  boss: PgBoss,
  queue: string,
  { workers, batch }: Crew,
  work: (job: JobWithMetadata<T>) => Promise<void>,
): Promise<() => void> => {
  const ids: string[] = []
  const wake = (): void => {
    for (const id of ids) boss.notifyWorker(id)
  }
  const settleEarly = (jobs: JobWithMetadata<T>[]): NodeJS.Timeout =>
    setInterval(() => {
      const done = jobs.splice(0)
      if (done.length === 0) return
      boss.complete(queue, done).then(wake, () => undefined)
    }, settleAfter)

  const workOn = async (jobs: JobWithMetadata<T>[]): Promise<Outcome[]> => {
    const done: JobWithMetadata<T>[] = []
    const early = settleEarly(done)
    const one = async (job: JobWithMetadata<T>): Promise<Outcome> => {
      try {
        await work(job)
        done.push(job)
        return { id: job.id, status: 'completed' }
      } catch (error) {
        return { id: job.id, status: 'failed', output: failure(error) }
      }
    }
    const outcomes = await Promise.all(jobs.map(one))
    clearInterval(early)
    return outcomes
  }

  const options = {
    includeMetadata: true as const,
    perJobResults: true as const,
    batchSize: batch,
    pollingIntervalSeconds,
  }
  for (let i = 0; i < workers; i += 1) {
    let id = ''
    id = await boss.work(queue, options, async (jobs: JobWithMetadata<T>[]) => {
      const outcomes = await workOn(jobs)
      boss.notifyWorker(id)
      return outcomes
    })
    ids.push(id)
  }
  return wake
}
