import type { PgBoss } from 'pg-boss'
import { fromPrisma } from 'pg-boss'
import type { Ids, WorkspaceId } from '#application/ports.ts'
import { postsQueue } from './queues.ts'

type Sql = Parameters<typeof fromPrisma>[0]

/**
 * Queues messages in the transaction it is given, in order per place: ids that sort by time keep the order of jobs that
 * were queued at the same instant. A job knows the delivery on whose behalf it was queued, if there is one.
 */
export const createEnqueue =
  (boss: PgBoss, ids: Ids, currentDelivery: () => string | undefined = () => undefined) =>
  async (
    tx: Sql,
    workspaceId: WorkspaceId,
    posts: readonly { readonly key: string; readonly place: string }[],
  ): Promise<void> => {
    const delivery = currentDelivery()
    const of = delivery === undefined ? {} : { delivery }
    const jobs = posts.map(({ key, place }) => ({ id: ids.next(), data: { key, ...of }, singletonKey: place }))
    await boss.insert(postsQueue(workspaceId), jobs, { db: fromPrisma(tx) })
  }
