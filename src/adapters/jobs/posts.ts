import type { Job, PgBoss } from 'pg-boss'
import { DeliveryError } from '#application/delivery-error.ts'
import type { WorkspaceId } from '#application/ports.ts'
import type { JobLog } from './queues.ts'
import { postsQueue } from './queues.ts'
import { workSteadily } from './work-steadily.ts'

/**
 * How many places one process posts to at a time. Few workers with large batches: in a queue with an order for each key,
 * looking for the next jobs takes pg-boss longer the more of them wait.
 */
const crew = { workers: 2, batch: 32 }

/** Milliseconds before the second try of a message that others may overtake, doubled each time, and at the most. */
const firstPause = 2_000
const longestPause = 60_000

/**
 * `update`: a message that stands has changed; such jobs have lines of their own, so that what is new does not wait for
 * them. `tries`: how often a message that others may overtake was put off. `delivery`: on whose behalf it was queued.
 */
type PostData = {
  readonly key: string
  readonly update?: boolean
  readonly tries?: number
  readonly delivery?: string
}

type Deliver = (post: {
  readonly workspaceId: WorkspaceId
  readonly key: string
  readonly update: boolean
}) => Promise<void>

type Deps = {
  readonly boss: PgBoss
  readonly log: JobLog
  readonly deliver: Deliver
  /** Runs work on behalf of a delivery. */
  readonly within?: <T>(delivery: string | undefined, work: () => T) => T
}

type Queued = Job<PostData> & { readonly singletonKey?: string | null }

/** Seconds by the clock of the database, which alone counts: a process whose own clock is off delays nothing. */
const seconds = (ms: number): number => Math.max(ms, 1) / 1000

/** Waits as long as Slack asked for before the next try; the place's later messages wait behind it. */
const postpone = async ({ boss }: Deps, name: string, job: Queued, waitMs: number): Promise<void> => {
  await boss.fail(name, job.id, { message: 'Slack asked to wait' })
  await boss.update(name, job.data, { id: job.id, startAfter: seconds(waitMs) })
}

/** Tries again later, and lets the place's other messages go first. */
const stepAside = async (
  { boss }: Deps,
  name: string,
  job: Queued,
  retryAfterMs: number | undefined,
): Promise<void> => {
  const { key, tries = 0 } = job.data
  const wait = retryAfterMs ?? Math.min(firstPause * 2 ** tries, longestPause)
  const again = { ...job.data, tries: retryAfterMs === undefined ? tries + 1 : tries }
  await boss.send(name, again, { singletonKey: job.singletonKey ?? key, startAfter: seconds(wait) })
}

/** What becomes of a message that was not sent; throws what is to be tried again in the queue's own rhythm. */
const settle = async (deps: Deps, name: string, job: Queued, error: unknown): Promise<void> => {
  const { key } = job.data
  if (!(error instanceof DeliveryError)) {
    deps.log.warn({ err: error, key }, 'a message could not be sent; it is tried again')
    throw error
  }
  if (error.kind === 'no_place' || error.kind === 'refused' || error.kind === 'missing')
    return deps.log.warn({ key, reason: error.message }, 'Slack does not take this message; it is let go')
  if (error.overtakable) return stepAside(deps, name, job, error.retryAfterMs)
  if (error.retryAfterMs === undefined) throw error
  await postpone(deps, name, job, error.retryAfterMs)
}

/**
 * Sends queued messages, in order per place, and brings those that stand up to date. What Slack cannot take now is tried again; what it will never take is
 * logged and let go, so that it does not hold up what follows. Answers how to wake it.
 */
export const workOnPosts = (deps: Deps, workspaceId: WorkspaceId): Promise<() => void> => {
  const name = postsQueue(workspaceId)
  const { within = (_, work) => work() } = deps
  const send = async (job: Queued): Promise<void> => {
    try {
      await deps.deliver({ workspaceId, key: job.data.key, update: job.data.update === true })
    } catch (error) {
      await settle(deps, name, job, error)
    }
  }
  return workSteadily<PostData>(deps.boss, name, crew, (job) => within(job.data.delivery, () => send(job)))
}
