import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { workOnPosts } from '#adapters/jobs/posts.ts'
import { openQueues, postsQueue, startBoss } from '#adapters/jobs/queues.ts'
import { DeliveryError } from '#application/delivery-error.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { eventually } from '../../support/eventually.ts'

const workspaceId = 'T0POSTS'
const log = { warn: () => undefined }

let database: TestDatabase
let boss: Awaited<ReturnType<typeof startBoss>>

beforeAll(async () => {
  database = await createTestDatabase()
  boss = await startBoss(database.url, log)
  await openQueues(boss, workspaceId)
})
afterEach(() => {
  vi.useRealTimers()
})
afterAll(async () => {
  await boss.stop({ graceful: false })
  await database.drop()
})

/** Seconds, by the database's clock, until a message is tried again. */
const waits = async (key: string): Promise<number | undefined> => {
  const sql = `SELECT extract(epoch FROM start_after - now())::float8 AS seconds FROM pgboss.job
    WHERE name = $1 AND data->>'key' = $2 AND state IN ('created', 'retry')`
  const { rows } = await boss.getDb().executeSql(sql, [postsQueue(workspaceId), key])
  return rows[0]?.seconds
}

describe('a message that Slack asks to wait with', () => {
  it.each([
    ['is tried again after that time', false],
    ['and that others may overtake, too', true],
  ])('%s, by a process whose clock is days ahead', async (_how, overtakable) => {
    const key = `ahead ${overtakable}`
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3 * 86_400_000 })
    const deliver = async ({ key: sent }: { readonly key: string }): Promise<void> => {
      if (sent === key) throw new DeliveryError('later', 'ratelimited', { retryAfterMs: 20_000, overtakable })
    }
    await boss.send(postsQueue(workspaceId), { key }, { singletonKey: key })
    await workOnPosts({ boss, log, deliver }, workspaceId)
    const left = await eventually(async () => {
      const seconds = await waits(key)
      return seconds !== undefined && seconds > 2 && seconds
    })
    expect(left).toBeGreaterThan(10)
    expect(left).toBeLessThan(30)
  })
})
