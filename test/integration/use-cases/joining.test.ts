import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Product } from '../../support/product.ts'
import { startProduct } from '../../support/product.ts'

let product: Product

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

const flag = async (by = 'U0ANNA', more: object = {}): Promise<number> => {
  const input = { ...product.act(by), text: 'Charged twice for March.', via: 'command' as const, restricted: false }
  return (await product.use.flagIssue({ ...input, stage: 'pay', customer: 'Nordwind', ...more })).number
}
const claim = (number: number, by: string) => product.use.claimIssue({ ...product.act(by), number, via: 'button' })
const merge = (by: string, number: number, other: number) =>
  product.use.mergeIssue({ ...product.act(by), number, other })
const about = (number: number, kind: string) =>
  product.posts.filter((post) => post.key.split(':')[1] === String(number) && post.message.kind === kind)

describe('merging', () => {
  it('lets one issue go on in the other: followers hear, the brief is joined, the card says where it went', async () => {
    const first = await flag()
    await claim(first, 'U0BEN')
    const second = await flag('U0OMAR', { text: 'March was billed two times.' })
    await merge('U0OMAR', second, first)
    await product.deliverAll()
    expect(await product.issue(second)).toMatchObject({ state: 'merged', mergedInto: first })
    expect(await product.issue(first)).toMatchObject({ owner: 'U0BEN', followers: ['U0OMAR'] })
    const { joined } = await product.story(first)
    expect(joined?.map(({ number, words }) => [number, words?.text])).toEqual([[second, 'March was billed two times.']])
    expect(about(second, 'card')[0]?.message).toMatchObject({ story: { issue: { state: 'merged' } } })
    expect(about(first, 'receipt').map((post) => post.place)).toContain('U0OMAR')
    expect(about(first, 'news').map((post) => post.place)).toContain('U0BEN')
    await product.use.resolveIssue({ ...product.act('U0BEN'), number: first, whatWasDone: 'Refunded.' })
    await product.deliverAll()
    expect(about(first, 'news').filter((post) => post.place === 'U0OMAR')).toHaveLength(1)
  })

  it('brings what was written along over several steps, and reads it back whole', async () => {
    const [a, b, c] = [await flag('U0ANNA', { text: 'A.' }), await flag('U0ANNA', { text: 'B.' }), await flag()]
    await merge('U0ANNA', a, b)
    await merge('U0ANNA', b, c)
    const { joined } = await product.story(c)
    expect(joined?.map(({ words }) => words?.text)).toEqual(['A.', 'B.'])
  })

  it('leaves exactly one issue when two people merge two issues into each other at one instant', async () => {
    const [a, b] = [await flag(), await flag()]
    const settled = await Promise.allSettled([merge('U0ANNA', a, b), merge('U0ANNA', b, a)])
    expect(settled.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    const states = [(await product.issue(a)).state, (await product.issue(b)).state]
    expect(states.toSorted()).toEqual(['flagged', 'merged'])
  })

  it('answers alike for an issue that is not there and for one the person may not see', async () => {
    const hidden = await flag('U0CHLOE', { restricted: true })
    const mine = await flag('U0IVO')
    for (const other of [hidden, 999_999])
      await expect(merge('U0IVO', mine, other)).rejects.toMatchObject({
        code: 'issue_unknown',
        field: 'other',
        details: { number: other },
      })
    await expect(merge('U0IVO', hidden, mine)).rejects.toMatchObject({ code: 'issue_unknown' })
  })

  it('is carried out once when the press is delivered twice', async () => {
    const [a, b] = [await flag('U0OMAR'), await flag()]
    const act = { ...product.act('U0OMAR', 'action:merge:1'), number: a, other: b }
    expect(await product.use.mergeIssue(act)).toEqual(await product.use.mergeIssue(act))
    expect((await product.story(b)).timeline.filter(({ kind }) => kind === 'merged_from')).toHaveLength(1)
  })
})

describe('a fresh flag of a customer who has an open issue', () => {
  const receiptOf = async (number: number) => {
    await product.deliverAll()
    return about(number, 'receipt')[0]?.message
  }

  it('is offered the one that tells of the same', async () => {
    const first = await flag('U0ANNA', { customer: 'Alto', text: 'The export loses its umlauts.', stage: 'use' })
    await flag('U0ANNA', { customer: 'Alto', text: 'A wrong VAT number.' })
    const again = await flag('U0OMAR', { customer: 'alto ', text: 'Umlauts are lost in the export', stage: 'use' })
    expect(await receiptOf(again)).toMatchObject({ similar: { number: first } })
  })

  it('is offered none that the flagger may not see, of another customer, or over', async () => {
    await flag('U0CHLOE', { customer: 'Kestrel', restricted: true })
    const other = await flag('U0IVO', { customer: 'Other' })
    await product.use.withdrawFlag({ ...product.act('U0IVO'), number: other })
    expect(await receiptOf(await flag('U0IVO', { customer: 'Kestrel' }))).not.toHaveProperty('similar')
    expect(await receiptOf(await flag('U0IVO', { customer: 'Other' }))).not.toHaveProperty('similar')
  })
})

describe('linking', () => {
  it('is told in both stories, and each card names the other', async () => {
    const [a, b] = [await flag(), await flag()]
    await product.use.linkIssues({ ...product.act('U0ANNA'), number: a, other: b })
    await product.deliverAll()
    for (const [number, other] of [
      [a, b],
      [b, a],
    ] as const) {
      expect((await product.issue(number)).links).toEqual([other])
      expect(about(number, 'story').map(({ message }) => 'entry' in message && message.entry.kind)).toEqual(['linked'])
    }
  })
})
