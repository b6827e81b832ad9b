import type { WorkspaceId } from '#application/ports.ts'
import type { Database } from './database.ts'

const day = 86_400_000

/** Longer than a form stays open: words that were not sent are not kept. */
const draftsKept = day

/** Longer than Slack repeats a delivery or a person keeps a form open. */
const requestsKept = 30 * day

/** Takes out drafts and answers to deliveries that nobody will ask for any more. */
export const tidy = async (database: Database, workspaceId: WorkspaceId, now: Date): Promise<void> => {
  const before = (kept: number): Date => new Date(now.getTime() - kept)
  await database.draft.deleteMany({ where: { workspaceId, at: { lt: before(draftsKept) } } })
  await database.request.deleteMany({ where: { workspaceId, at: { lt: before(requestsKept) } } })
}
