import { createHash } from 'node:crypto'
import type { PgBoss } from 'pg-boss'
import type { WorkspaceId } from '#application/ports.ts'
import { insertStatements } from './insert-statement.ts'
import { deliveriesQueue } from './queues.ts'
import { workSteadily } from './work-steadily.ts'

/** How many deliveries one process works on at a time. */
const crew = { workers: 2, batch: 16 }

export type StoredDelivery = { readonly workspaceId: WorkspaceId; readonly id: string; readonly body: unknown }

/** A UUID that is always the same for the same delivery: its repeats find the job that is there. */
const jobId = (id: string): string => {
  const hex = createHash('sha256').update(id).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Runs a statement that is always the same but for its values. */
type Run = (text: string, values: readonly unknown[]) => Promise<unknown>

/** Keeps deliveries of Slack until they were worked on; one that is known already is left as it is. */
export const createIntake = (boss: PgBoss, run: Run, ring: (workspaceId: WorkspaceId) => void) => {
  const statementOf = insertStatements(boss)
  return {
    store: async ({ workspaceId, id, body }: StoredDelivery): Promise<void> => {
      const jobs = JSON.stringify([{ id: jobId(id), data: { body } }])
      await run(await statementOf(deliveriesQueue(workspaceId)), [jobs])
      ring(workspaceId)
    },
  }
}

/** Works on stored deliveries; one that throws is tried again later, longer apart each time. Answers how to wake it. */
export const workOnDeliveries = (
  boss: PgBoss,
  workspaceId: WorkspaceId,
  process: (body: unknown, storedAt: Date) => Promise<void>,
): Promise<() => void> =>
  workSteadily<{ body: unknown }>(boss, deliveriesQueue(workspaceId), crew, (job) =>
    process(job.data.body, job.createdOn),
  )
