import type { PgBoss } from 'pg-boss'
import type { Ids, WorkspaceId } from '#application/ports.ts'
import { postsQueue } from './queues.ts'

export type Queued = { readonly key: string; readonly place: string; readonly urgency: number }

/** pg-boss’s own statement for putting jobs into a queue, caught instead of carried out; `$1` is the list of jobs. */
const insertStatement = async (boss: PgBoss, queue: string): Promise<string> => {
  let caught = ''
  const executeSql = async (text: string) => {
    caught = text
    return { rows: [] }
  }
  await boss.insert(queue, [], { db: { executeSql } })
  return caught
}

/**
 * Queues messages as a part of somebody else’s statement, so that they are queued with what they tell or not at all.
 * Ids that sort by time keep the order of jobs that were queued at the same instant. A job names the delivery on whose
 * behalf it was queued, if there is one.
 */
export const createEnqueue = (boss: PgBoss, ids: Ids, currentDelivery: () => string | undefined = () => undefined) => {
  const statements = new Map<string, Promise<string>>()
  return {
    /** The statement, with the list of jobs (a JSON array in SQL) in its place. */
    statement: async (workspaceId: WorkspaceId, list: string): Promise<string> => {
      const queue = postsQueue(workspaceId)
      const known = statements.get(queue) ?? insertStatement(boss, queue)
      statements.set(queue, known)
      known.catch(() => statements.delete(queue))
      return (await known).replaceAll('$1', () => list)
    },
    jobsOf: (posts: readonly Queued[]): readonly object[] => {
      const delivery = currentDelivery()
      const of = delivery === undefined ? {} : { delivery }
      return posts.map(({ key, place, urgency }) => ({
        id: ids.next(),
        data: { key, ...of },
        singletonKey: place,
        priority: urgency,
      }))
    },
  }
}
