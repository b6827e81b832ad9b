import type { Job, PgBoss } from 'pg-boss'
import { DeliveryError } from '#application/delivery-error.ts'
import type { WorkspaceId } from '#application/ports.ts'
import type { JobLog } from './queues.ts'
import { postsQueue } from './queues.ts'
import { workSteadily } from './work-steadily.ts'

/** How many places one process posts to at a time. */
const crew = { workers: 3, batch: 8 }

type Deliver = (post: { readonly workspaceId: WorkspaceId; readonly key: string }) => Promise<void>

/** `delivery`: on whose behalf the message was queued. */
type PostJob = { readonly key: string; readonly delivery?: string }

type Deps = {
  readonly boss: PgBoss
  readonly log: JobLog
  readonly deliver: Deliver
  /** Runs work on behalf of a delivery. */
  readonly within?: <T>(delivery: string | undefined, work: () => T) => T
}

/** Waits as long as Slack asked for before the next try; the place's later messages wait behind it. */
const postpone = async ({ boss }: Deps, name: string, job: Job<PostJob>, error: DeliveryError): Promise<void> => {
  await boss.fail(name, job.id, { message: error.message })
  await boss.update(name, job.data, { id: job.id, startAfter: new Date(Date.now() + (error.retryAfterMs ?? 0)) })
}

/** What becomes of a message that was not sent; throws what is to be tried again in the queue's own rhythm. */
const settle = async (deps: Deps, name: string, job: Job<PostJob>, error: unknown): Promise<void> => {
  const { key } = job.data
  if (!(error instanceof DeliveryError)) {
    deps.log.warn({ err: error, key }, 'a message could not be sent; it is tried again')
    throw error
  }
  if (error.kind === 'no_place' || error.kind === 'refused' || error.kind === 'missing')
    return deps.log.warn({ key, reason: error.message }, 'Slack does not take this message; it is let go')
  if (error.retryAfterMs === undefined) throw error
  await postpone(deps, name, job, error)
}

/**
 * Sends queued messages, in order per place. What Slack cannot take now is tried again; what it will never take is
 * logged and let go, so that it does not hold up what follows. Answers how to wake it.
 */
export const workOnPosts = (deps: Deps, workspaceId: WorkspaceId): Promise<() => void> => {
  const name = postsQueue(workspaceId)
  const { within = (_, work) => work() } = deps
  const send = async (job: Job<PostJob>): Promise<void> => {
    try {
      await deps.deliver({ workspaceId, key: job.data.key })
    } catch (error) {
      await settle(deps, name, job, error)
    }
  }
  return workSteadily<PostJob>(deps.boss, name, crew, (job) => within(job.data.delivery, () => send(job)))
}
