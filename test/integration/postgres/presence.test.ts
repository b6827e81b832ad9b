import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { enterWorkspace } from '#adapters/postgres/presence.ts'
import { createTestDatabase, rowsOf, type TestDatabase } from '../../support/database.ts'
import { type DatabaseProxy, startDatabaseProxy } from '../../support/database-faults/proxy.ts'
import { eventually } from '../../support/eventually.ts'

let database: TestDatabase
let proxy: DatabaseProxy
const clean: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  proxy = await startDatabaseProxy(database.url)
})
afterEach(async () => {
  await proxy.pass()
  for (const end of clean.splice(0).reverse()) await end()
})
afterAll(async () => {
  await proxy.stop()
  await database.drop()
})

/** A process that comes in, and what it was told. */
const enter = async (workspaceId: string, url = database.url) => {
  const told: Date[] = []
  const presence = await enterWorkspace(url, workspaceId, async (cameInAt) => void told.push(cameInAt))
  clean.push(presence.leave)
  return { told, ...presence }
}

/** Resolves when everybody who came in before has looked around. */
const lookedAround = async (): Promise<void> => {
  const other = await enter(`T${performance.now()}`)
  await eventually(() => other.told.length > 0)
}

const present = (workspaceId: string) =>
  rowsOf(
    database.url,
    `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = 7190
       AND objid = (hashtext($1)::bigint & 4294967295)::oid`,
    workspaceId,
  )

describe('a process that works for a workspace', () => {
  it('hears that it is alone when it is, and since when; not when another is there', async () => {
    const [{ now }] = (await rowsOf(database.url, 'SELECT clock_timestamp() AS now')) as [{ now: Date }]
    const first = await enter('T1')
    const second = await enter('T1')
    await eventually(() => first.told.length > 0)
    expect(first.told[0]?.getTime()).toBeGreaterThanOrEqual(now.getTime())
    await lookedAround()
    expect(second.told).toEqual([])
    await first.leave()
    await second.leave()
    await eventually(async () => (await present('T1')).length === 0)
    const third = await enter('T1')
    await eventually(() => third.told.length > 0)
  })

  it('is there again after its connection was ended, as often as that happens', async () => {
    await enter('T2')
    for (let times = 0; times < 3; times += 1) {
      const [before] = await eventually(async () => {
        const there = await present('T2')
        return there.length > 0 && there
      })
      await rowsOf(database.url, 'SELECT pg_terminate_backend($1)', before?.pid)
      await eventually(async () => (await present('T2')).some(({ pid }) => pid !== before?.pid))
    }
    expect(await present('T2')).toHaveLength(1)
  })

  it('notices that its connection leads nowhere, and opens another', async () => {
    await enter('T3', proxy.url)
    const [before] = await present('T3')
    proxy.stall()
    await eventually(() => proxy.waiting() > 0, 15_000)
    await proxy.pass()
    await eventually(async () => (await present('T3')).some(({ pid }) => pid !== before?.pid))
  }, 30_000)

  it('that only lost its connection is not taken for dead by one that starts meanwhile', async () => {
    await enter('T4', proxy.url)
    await proxy.refuse()
    proxy.cut()
    await eventually(async () => (await present('T4')).length === 0)
    const second = await enter('T4')
    await proxy.pass()
    await eventually(async () => (await present('T4')).length === 2)
    await lookedAround()
    expect(second.told).toEqual([])
  })

  it('that is dead is taken for dead by one that starts', async () => {
    await enter('T5', proxy.url)
    await proxy.refuse()
    proxy.cut()
    await eventually(async () => (await present('T5')).length === 0)
    const second = await enter('T5')
    await eventually(() => second.told.length > 0)
  })
})
