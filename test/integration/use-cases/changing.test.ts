import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Product } from '../../support/product.ts'
import { startProduct } from '../../support/product.ts'

let product: Product

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

const flag = async (more: object = {}): Promise<number> => {
  const input = { ...product.act('U0ANNA'), text: 'Charged twice.', via: 'command' as const, restricted: false }
  return (await product.use.flagIssue({ ...input, stage: 'pay', ...more })).number
}
const claimed = async (more: object = {}): Promise<number> => {
  const number = await flag(more)
  await product.use.claimIssue({ ...product.act('U0BEN'), number, via: 'button' })
  return number
}
const sent = (number: number, kind: string) =>
  product.posts.filter((post) => post.key.split(':')[1] === String(number) && post.message.kind === kind)
const kindsIn = (number: number, kind: string) =>
  sent(number, kind).map(({ message }) => ('entry' in message ? message.entry.kind : ''))

describe('what changes about an issue', () => {
  it('stands in the thread of its card; flagger and followers hear of promises, not of every update', async () => {
    const number = await claimed()
    const { use, act } = product
    await use.followIssue({ ...act('U0MIA'), number })
    await use.addUpdate({ ...act('U0BEN'), number, text: 'The bank confirmed it.', via: 'form' })
    await use.promiseCustomer({ ...act('U0BEN'), number, what: 'We call back.', date: '2026-11-20' })
    await use.editIssue({ ...act('U0ANNA'), number, severity: 'high', customer: 'Nordwind' })
    await product.deliverAll()
    expect(kindsIn(number, 'story')).toEqual(['claimed', 'updated', 'promised', 'edited'])
    expect(kindsIn(number, 'news').filter((kind) => kind === 'promised')).toHaveLength(2)
    expect(kindsIn(number, 'news')).not.toContain('updated')
    expect(await product.story(number)).toMatchObject({ customerName: 'Nordwind', issue: { severity: 'high' } })
  })

  it('is told to nobody who has unfollowed, not even what was on its way', async () => {
    const number = await claimed()
    const { use, act } = product
    await use.followIssue({ ...act('U0MIA'), number })
    await product.deliverAll()
    await use.resolveIssue({ ...act('U0BEN'), number, whatWasDone: 'Refunded.' })
    await use.unfollowIssue({ ...act('U0MIA'), number })
    await product.deliverAll()
    expect(sent(number, 'news').map(({ place }) => place)).toEqual(['U0ANNA', 'U0ANNA'])
  })

  it('is not seen any more by somebody who has unfollowed a restricted issue', async () => {
    const number = await claimed({ restricted: true })
    const { use, act } = product
    await expect(use.followIssue({ ...act('U0IVO'), number })).rejects.toMatchObject({ code: 'issue_unknown' })
    await use.viewIssue({ ...act('U0BEN'), number })
  })

  it('withdrawn by the chair is told to flagger, followers and owner, with the reason', async () => {
    const number = await claimed()
    const { use, act } = product
    await use.followIssue({ ...act('U0MIA'), number })
    await use.withdrawIssue({ ...act('U0CHLOE'), number, reason: 'It was a test.' })
    await product.deliverAll()
    const told = sent(number, 'news').filter(({ message }) => 'entry' in message && message.entry.kind === 'withdrawn')
    expect(told.map(({ place }) => place).toSorted()).toEqual(['U0ANNA', 'U0BEN', 'U0MIA'])
    expect(told.every(({ message }) => 'entry' in message && message.entry.words?.text === 'It was a test.')).toBe(true)
    expect(await product.issue(number)).toMatchObject({ state: 'withdrawn' })
  })

  it('of two edits at one instant, both are kept', async () => {
    const number = await claimed()
    const { use, act } = product
    await Promise.all([
      use.editIssue({ ...act('U0ANNA'), number, severity: 'urgent' }),
      use.addUpdate({ ...act('U0BEN'), number, text: 'On it.', via: 'command' }),
      use.promiseCustomer({ ...act('U0BEN'), number, what: 'A call.', date: '2026-11-20' }),
    ])
    const { issue, timeline } = await product.story(number)
    expect(issue).toMatchObject({ severity: 'urgent', strictestSeverity: 'urgent' })
    expect(issue.promiseBy).toBeDefined()
    expect(timeline.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['edited', 'updated', 'promised']))
  })
})
