import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LostRace } from '#adapters/postgres/lost-race.ts'
import { circumstancesOf, record } from '#application/change-issue.ts'
import { claimIssue } from '#domain/decisions/asking/claim.ts'
import type { Product } from '../../support/product.ts'
import { startProduct, workspaceId } from '../../support/product.ts'

let product: Product

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

const flag = async (text = 'Charged twice.'): Promise<number> => {
  const input = { ...product.act('U0ANNA'), text, via: 'command' as const, restricted: false }
  return (await product.use.flagIssue({ ...input, stage: 'pay' })).number
}

const jobs = async (number: number): Promise<string[]> => {
  const rows = await product.database.$queryRaw<{ key: string }[]>`
    SELECT data->>'key' AS key FROM pgboss.job WHERE name = ${`posts.${workspaceId}`} AND state = 'created'`
  return rows.map((row) => row.key).filter((key) => key.split(':')[1] === String(number))
}

const setNextStep = (number: number, day: 'today' | 'tomorrow') =>
  product.use.setNextStep({ ...product.act('U0BEN'), number, day })

describe('what a decision writes', () => {
  it('is written whole or not at all: who lost the race leaves nothing', async () => {
    const number = await flag()
    const rows = async () => [
      await product.database.issueEvent.count({ where: { issueNumber: number } }),
      await product.database.post.count({ where: { issueNumber: number } }),
      await product.database.request.count({ where: { key: 'too late' } }),
      (await jobs(number)).length,
    ]
    let before: number[] = []
    const late = product.ports.unitOfWork({ workspaceId, request: 'too late' }, async (tx) => {
      const issue = await tx.issues.get(number)
      const circumstances = await circumstancesOf(tx, product.ports.clock.now(), issue)
      const stale = { ...issue, version: issue.version - 1 }
      await record(tx, circumstances, stale, claimIssue(stale, { by: 'U0BEN', via: 'button' }, circumstances))
      before = await rows()
      return undefined
    })
    await expect(late).rejects.toBeInstanceOf(LostRace)
    expect(await rows()).toEqual(before)
    expect((await product.issue(number)).owner).toBeUndefined()
  })

  it('keeps words that a database finds hard: broken pairs and characters that end a text', async () => {
    const number = await flag('a\u0000b \uD800 c \u{1F6A9} "quoted" \\u0000')
    const [entry] = (await product.story(number)).timeline
    expect(entry?.words?.text).toBe('ab \uFFFD c \u{1F6A9} "quoted" \\u0000')
  })
})

describe('messages that wait', () => {
  it('are queued once each, however often their issue changes meanwhile', async () => {
    const number = await flag()
    await product.deliverAll()
    await product.use.claimIssue({ ...product.act('U0BEN'), number, via: 'button' })
    const once = await jobs(number)
    for (const day of ['today', 'tomorrow', 'today'] as const) await setNextStep(number, day)
    const again = (await jobs(number)).filter((key) => !once.includes(key))
    expect(new Set(again).size).toBe(again.length)
    expect((await jobs(number)).filter((key) => key === `card:${number}:1`)).toHaveLength(1)
  })

  it('are queued again when their issue changes while they are being shown', async () => {
    const number = await flag()
    await product.deliverAll()
    await product.use.claimIssue({ ...product.act('U0BEN'), number, via: 'button' })
    const key = `card:${number}:1`
    await product.ports.posts.take(workspaceId, key)
    await setNextStep(number, 'today')
    expect((await jobs(number)).filter((queued) => queued === key)).toHaveLength(2)
  })

  it('show the last of many changes made at once', async () => {
    const number = await flag()
    await product.deliverAll()
    await product.use.claimIssue({ ...product.act('U0BEN'), number, via: 'button' })
    const changes = Array.from({ length: 6 }, (_, i) => setNextStep(number, i % 2 === 0 ? 'today' : 'tomorrow'))
    await Promise.all([...changes, product.deliverAll()])
    await product.deliverAll()
    const card = product.posts.find((post) => post.key === `card:${number}:1`)
    const { version } = await product.issue(number)
    expect(card?.message).toMatchObject({ story: { issue: { version } } })
  })
})
