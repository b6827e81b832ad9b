import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backlogOf } from '#adapters/jobs/backlog.ts'
import { inspectServer, isAtWork, openInspection, servedWorkspaces } from '#adapters/postgres/inspect.ts'
import { enterWorkspace } from '#adapters/postgres/presence.ts'
import { createEmptyDatabase, createTestDatabase } from '../../support/database.ts'
import { type Product, startProduct, workspaceId } from '../../support/product.ts'
import { execute } from '../../support/test-server.ts'

describe('looking into a database', () => {
  let product: Product
  beforeAll(async () => {
    product = await startProduct()
  })
  afterAll(() => product.stop())

  it('counts the jobs of its workspace that wait, and how long the first does', async () => {
    const { query, close } = await openInspection(product.url)
    expect(await backlogOf(query, workspaceId)).toEqual({ missingQueues: [], waiting: 0, oldestWaitedMs: undefined })
    await product.use.flagIssue({
      ...product.act('U0ANNA'),
      text: 'They cannot pay.',
      severity: 'high',
      via: 'command',
      restricted: false,
    })
    const { waiting } = await backlogOf(query, workspaceId)
    expect(waiting).toBeGreaterThan(1)
    await query("UPDATE pgboss.job SET created_on = created_on - interval '1 hour'")
    const { oldestWaitedMs = 0 } = await backlogOf(query, workspaceId)
    expect(Math.round(oldestWaitedMs / 60_000)).toBe(60)
    expect(await backlogOf(query, 'T0OTHER')).toEqual({
      missingQueues: ['posts.T0OTHER', 'deliveries.T0OTHER'],
      waiting: 0,
      oldestWaitedMs: undefined,
    })
    await product.deliverAll()
    expect((await backlogOf(query, workspaceId)).waiting).toBe(0)
    await close()
  })

  it('knows which workspaces the bot has served', async () => {
    const { query, close } = await openInspection(product.url)
    expect(await servedWorkspaces(query)).toEqual([workspaceId])
    await close()
  })
})

describe('whether a bot is at work', () => {
  it('is so for its own workspace, from when it enters until it leaves', async () => {
    const { url, drop } = await createTestDatabase()
    const { query, close } = await openInspection(url)
    for (const id of ['T0PRACTICE', 'T0ANOTHER', 'T0THIRD']) {
      expect(await isAtWork(query, id)).toBe(false)
      const presence = await enterWorkspace(url, id, async () => undefined)
      expect(await isAtWork(query, id)).toBe(true)
      expect(await isAtWork(query, 'T0NOBODY')).toBe(false)
      await presence.leave()
    }
    await close()
    await drop()
  })
})

describe('a database that nothing was begun in', () => {
  it('has a version, and neither workspaces nor queues', async () => {
    const { url, drop } = await createEmptyDatabase()
    const { query, close } = await openInspection(url)
    expect((await inspectServer(query)).version).toMatch(/^\d+/)
    expect(await servedWorkspaces(query)).toEqual([])
    expect((await backlogOf(query, 'T1')).missingQueues).toEqual(['posts.T1', 'deliveries.T1'])
    await close()
    await execute(url, 'SELECT 1')
    await drop()
  })

  it('that is not there says why, without its password', async () => {
    const { url, drop } = await createEmptyDatabase()
    await drop()
    await expect(openInspection(url)).rejects.toThrow(/does not exist/)
    await expect(openInspection('postgresql://a:sesame@127.0.0.1:1/cx')).rejects.toThrow(/^(?!.*sesame).*ECONNREFUSED/)
  })
})
