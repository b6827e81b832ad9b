import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Product } from '../../support/product.ts'
import { startProduct, workspaceId } from '../../support/product.ts'

let product: Product

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

// Tuesday, 10:00 in Berlin; the practice council claims normal issues within 4 working hours.
const flaggedAt = '2026-11-17T09:00:00Z'

const flag = async (more: object = {}) => {
  product.setClock(flaggedAt)
  const input = {
    ...product.act('U0ANNA'),
    text: 'Charged twice.',
    via: 'command' as const,
    restricted: false,
    stage: 'pay',
  }
  return (await product.use.flagIssue({ ...input, ...more })).number
}

const remindedAt = async (at: string) => {
  product.setClock(at)
  await product.use.sendReminders(workspaceId)
  await product.deliverAll()
}

const reminders = (number: number) =>
  product.posts
    .filter((post) => post.key.startsWith(`reminder:${number}:`))
    .map((post) => [post.key.split(':')[3], post.place])

describe('reminders of unclaimed issues', () => {
  it('climb the ladder once per rung: owner, backup or lead, council', async () => {
    const number = await flag()
    await remindedAt('2026-11-17T10:30:00Z')
    expect(reminders(number)).toEqual([])
    await remindedAt('2026-11-17T11:00:00Z')
    await remindedAt('2026-11-17T11:00:30Z')
    expect(reminders(number)).toEqual([['owner', 'U0BEN']])
    await remindedAt('2026-11-17T13:00:00Z')
    expect(reminders(number).slice(1)).toEqual([['backup', 'U0LOU']])
    await remindedAt('2026-11-18T12:30:00Z')
    expect(reminders(number).slice(2)).toEqual([['council', 'C0COUNCIL']])
    await remindedAt('2026-11-25T12:00:00Z')
    expect(reminders(number)).toHaveLength(3)
  })

  it('are sent once when two replicas tick at the same instant', async () => {
    const number = await flag()
    product.setClock('2026-11-17T11:00:00Z')
    await Promise.all([1, 2, 3, 4].map(() => product.use.sendReminders(workspaceId)))
    await product.deliverAll()
    expect(reminders(number)).toHaveLength(1)
    expect((await product.story(number)).timeline.filter((entry) => entry.kind === 'reminded')).toHaveLength(1)
  })

  it('speak once on the last rung that is due after an outage, not in a burst', async () => {
    const number = await flag()
    await remindedAt('2026-11-19T10:00:00Z')
    expect(reminders(number)).toEqual([['council', 'C0COUNCIL']])
  })

  it('wait for the hours of the person they are for', async () => {
    const ben = { id: 'U0BEN', name: 'ben', kind: 'member' as const, admin: false }
    await product.setPerson({ ...ben, timeZone: 'America/New_York' })
    const number = await flag()
    await remindedAt('2026-11-17T11:00:00Z')
    expect(reminders(number)).toEqual([])
    await remindedAt('2026-11-17T14:01:00Z')
    await product.setPerson({ ...ben, timeZone: 'Europe/Berlin' })
    expect(reminders(number).length).toBe(1)
  })

  it('stop when somebody claims', async () => {
    const number = await flag()
    await product.use.claimIssue({ ...product.act('U0BEN'), number, via: 'button' })
    await remindedAt('2026-11-20T11:00:00Z')
    expect(reminders(number)).toEqual([])
  })

  it('end at the lead for a low issue', async () => {
    const number = await flag({ severity: 'low' })
    await remindedAt('2026-11-27T11:00:00Z')
    expect(reminders(number).map(([rung]) => rung)).not.toContain('council')
  })

  it('ask the first suggestion when nobody routed an issue within two working hours', async () => {
    product.setClock(flaggedAt)
    const input = {
      ...product.act('U0ANNA'),
      text: 'The invoice and billing are wrong.',
      via: 'command' as const,
      restricted: false,
    }
    const { number } = await product.use.flagIssue(input)
    await remindedAt('2026-11-17T10:59:00Z')
    expect((await product.issue(number)).ask).toBeUndefined()
    await remindedAt('2026-11-17T11:00:00Z')
    expect(await product.issue(number)).toMatchObject({ department: 'billing', ask: { round: 1 } })
  })
})

describe('the weekly digest', () => {
  const digests = () => product.posts.filter((post) => post.message.kind === 'digest')

  it('is posted once for the latest slot, whatever replicas and restarts do, and none from before the first start', async () => {
    product.setClock('2026-11-17T09:00:00Z')
    expect(await product.use.postDigest(workspaceId)).toBe(false)
    product.setClock('2026-11-30T08:00:05Z')
    const posted = await Promise.all([1, 2, 3].map(() => product.use.postDigest(workspaceId)))
    expect(posted.filter(Boolean)).toHaveLength(1)
    await product.deliverAll()
    expect(await product.use.postDigest(workspaceId)).toBe(false)
    expect(digests().map((post) => post.place)).toEqual(['C0COUNCIL'])
    product.setClock('2026-12-23T12:00:00Z')
    expect(await product.use.postDigest(workspaceId)).toBe(true)
    await product.deliverAll()
    expect(digests()).toHaveLength(2)
  })

  it('counts the issues whose deadline fell in the seven days before it', async () => {
    product.setClock('2026-11-23T08:00:00Z')
    const message = await product.use.previewDigest(product.act('U0CHLOE'))
    const all = await product.database.issue.count({
      where: { deadlineAt: { gte: new Date('2026-11-16T08:00:00Z'), lt: new Date('2026-11-23T08:00:00Z') } },
    })
    expect(message.digest.toldInTime.now).toMatchObject({ n: 0 })
    expect(all).toBe(0)
    product.setClock('2026-11-30T08:00:00Z')
    expect((await product.use.previewDigest(product.act('U0CHLOE'))).digest.toldInTime.now.n).toBeGreaterThan(0)
  })

  it('is previewed for the council and its sponsor only', async () => {
    await expect(product.use.previewDigest(product.act('U0MIA'))).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(product.use.previewDigest(product.act('U0GRACE'))).resolves.toMatchObject({ kind: 'digest' })
  })
})
