import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workOnPosts } from '#adapters/jobs/posts.ts'
import { openQueues, postsQueue, startBoss } from '#adapters/jobs/queues.ts'
import { currentDelivery, within } from '#adapters/logger.ts'
import { DeliveryError } from '#application/delivery-error.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { eventually } from '../../support/eventually.ts'

const workspaceId = 'T0PRACTICE'
let database: TestDatabase
let boss: Awaited<ReturnType<typeof startBoss>>

beforeAll(async () => {
  database = await createTestDatabase()
  boss = await startBoss(database.url, { warn: () => undefined })
  await openQueues(boss, workspaceId)
})
afterAll(async () => {
  await boss.stop({ graceful: false })
  await database.drop()
})

describe('a message', () => {
  it('is sent on behalf of the delivery that caused it, also when it is tried again', async () => {
    const trouble = new Map([
      ['put off', new DeliveryError('later', 'ratelimited', { retryAfterMs: 1 })],
      ['overtaken', new DeliveryError('later', 'ratelimited', { retryAfterMs: 1, overtakable: true })],
    ])
    const tried: string[] = []
    const deliver = async ({ key }: { readonly key: string }): Promise<void> => {
      tried.push(`${key}: ${currentDelivery()}`)
      const error = trouble.get(key)
      trouble.delete(key)
      if (error) throw error
    }
    const log = { warn: () => undefined }
    await workOnPosts({ boss, log, deliver, within }, workspaceId)
    const queue = postsQueue(workspaceId)
    await boss.send(queue, { key: 'put off', delivery: 'Ev1' }, { singletonKey: 'C1' })
    await boss.send(queue, { key: 'overtaken', delivery: 'Ev2' }, { singletonKey: 'C2' })
    await boss.send(queue, { key: 'of itself' }, { singletonKey: 'C3' })
    await eventually(() => tried.length === 5)
    expect(tried.toSorted()).toEqual([
      'of itself: undefined',
      'overtaken: Ev2',
      'overtaken: Ev2',
      'put off: Ev1',
      'put off: Ev1',
    ])
  })
})
