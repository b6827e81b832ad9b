import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBoss } from '#adapters/jobs/queues.ts'
import { workSteadily } from '#adapters/jobs/work-steadily.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { eventually } from '../../support/eventually.ts'

let database: TestDatabase
let boss: Awaited<ReturnType<typeof startBoss>>

beforeAll(async () => {
  database = await createTestDatabase()
  boss = await startBoss(database.url, { warn: () => undefined })
})
afterAll(async () => {
  await boss.stop({ graceful: false })
  await database.drop()
})

const open = async (queue: string) => {
  await boss.createQueue(queue, { policy: 'key_strict_fifo', retryLimit: 5, retryDelay: 0, heartbeatSeconds: 10 })
  const done: string[] = []
  return {
    done,
    put: (name: string, place: string) => boss.send(queue, { name }, { singletonKey: place }),
  }
}

describe('workers', () => {
  it('go on with a place while another place of the same batch hangs', async () => {
    const { done, put } = await open('hanging')
    const hang = Promise.withResolvers<void>()
    for (const name of ['slow', 'a1', 'a2', 'a3']) await put(name, name === 'slow' ? 'slow' : 'a')
    const crew = { workers: 2, batch: 8 }
    await workSteadily<{ name: string }>(boss, 'hanging', crew, async ({ data }) => {
      if (data.name === 'slow') await hang.promise
      done.push(data.name)
    })
    await eventually(() => done.length === 3)
    expect(done).toEqual(['a1', 'a2', 'a3'])
    hang.resolve()
    await eventually(() => done.includes('slow'))
  })

  it('try again what failed, and only that', async () => {
    const { done, put } = await open('failing')
    for (const name of ['good', 'bad', 'fine']) await put(name, name)
    let failed = false
    const wake = await workSteadily<{ name: string }>(boss, 'failing', { workers: 1, batch: 8 }, async ({ data }) => {
      if (data.name === 'bad' && !failed) {
        failed = true
        throw new Error('not now')
      }
      done.push(data.name)
    })
    await eventually(() => {
      wake()
      return done.length === 3
    })
    expect([...done].sort()).toEqual(['bad', 'fine', 'good'])
    expect(failed).toBe(true)
  })

  it('keep nothing of a failure that could quote somebody', async () => {
    const { put } = await open('quoting')
    await put('secret', 'secret')
    await workSteadily(boss, 'quoting', { workers: 1, batch: 1 }, async () => {
      throw new Error('Nordwind was charged twice')
    })
    const output = await eventually(async () => {
      const { rows } = await boss.getDb().executeSql("SELECT output FROM pgboss.job WHERE name = 'quoting'")
      return rows[0]?.output ?? undefined
    })
    expect(JSON.stringify(output)).not.toContain('Nordwind')
  })
})
