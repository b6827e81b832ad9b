import { createHash } from 'node:crypto'
import type { PgBoss } from 'pg-boss'
import type { WorkspaceId } from '#application/ports.ts'
import { deliveriesQueue } from './queues.ts'
import { workSteadily } from './work-steadily.ts'

/** How many deliveries one process works on at a time. */
const atOnce = 4

export type StoredDelivery = { readonly workspaceId: WorkspaceId; readonly id: string; readonly body: unknown }

/** A UUID that is always the same for the same delivery: its repeats find the job that is there. */
const jobId = (id: string): string => {
  const hex = createHash('sha256').update(id).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Keeps a delivery of Slack until it was worked on; one that is known already is left as it is. */
export const createIntake = (boss: PgBoss) => ({
  store: async ({ workspaceId, id, body }: StoredDelivery): Promise<void> => {
    await boss.send(deliveriesQueue(workspaceId), { body }, { id: jobId(id) })
  },
})

/** Works on stored deliveries; one that throws is tried again later, longer apart each time. */
export const workOnDeliveries = async (
  boss: PgBoss,
  workspaceId: WorkspaceId,
  process: (body: unknown, storedAt: Date) => Promise<void>,
): Promise<void> => {
  await workSteadily<{ body: unknown }>(boss, deliveriesQueue(workspaceId), atOnce, (job) =>
    process(job.data.body, job.createdOn),
  )
}
