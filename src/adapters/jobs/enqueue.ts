import type { PgBoss } from 'pg-boss'
import type { Ids, WorkspaceId } from '#application/ports.ts'
import { keepStatisticsFresh } from './fresh-statistics.ts'
import { insertStatements } from './insert-statement.ts'
import { postsQueue } from './queues.ts'

export type Queued = { readonly key: string; readonly place: string; readonly urgency: number }

/**
 * Queues messages as a part of somebody else’s statement, so that they are queued with what they tell or not at all.
 * Ids that sort by time keep the order of jobs that were queued at the same instant. A job names the delivery on whose
 * behalf it was queued, if there is one.
 */
export const createEnqueue = (boss: PgBoss, ids: Ids, currentDelivery: () => string | undefined = () => undefined) => {
  const statementOf = insertStatements(boss)
  const grown = keepStatisticsFresh(boss)
  return {
    /** The statement, with the list of jobs (a JSON array in SQL) in its place. */
    statement: async (workspaceId: WorkspaceId, list: string): Promise<string> =>
      (await statementOf(postsQueue(workspaceId))).replaceAll('$1', () => list),
    jobsOf: (posts: readonly Queued[]): readonly object[] => {
      const delivery = currentDelivery()
      const of = delivery === undefined ? {} : { delivery }
      grown(posts.length)
      return posts.map(({ key, place, urgency }) => ({
        id: ids.next(),
        data: { key, ...of },
        singletonKey: place,
        priority: urgency,
      }))
    },
  }
}
