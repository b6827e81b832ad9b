import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Product } from '../../support/product.ts'
import { startProduct } from '../../support/product.ts'

let product: Product

beforeAll(async () => {
  product = await startProduct()
})
beforeEach(() => product.deliverAll())
afterAll(() => product.stop())

const flag = async (stage?: string): Promise<number> => {
  const input = { ...product.act('U0ANNA'), text: 'Charged twice.', via: 'command' as const, restricted: false }
  return (await product.use.flagIssue({ ...input, ...(stage === undefined ? {} : { stage }) })).number
}

const claim = (number: number, person = 'U0BEN') =>
  product.use.claimIssue({ ...product.act(person), number, via: 'button' })

const handOver = async (number: number): Promise<void> => {
  const wanted = { to: 'sales', reason: 'expertise' as const, need: 'The contract says another price.' }
  await product.use.handOver({ ...product.act('U0BEN'), number, ...wanted })
}

/** The kinds of messages about an issue that were sent, each once. */
const kindsSent = (number: number): readonly string[] => {
  const about = product.posts.filter(({ message }) => 'story' in message && message.story.issue.number === number)
  return [...new Set(about.map(({ message }) => message.kind))]
}

describe('what was settled while Slack was away is left out when it is back:', () => {
  it('the ask for an issue that was claimed', async () => {
    const number = await flag('pay')
    await claim(number)
    await product.deliverAll()
    expect(kindsSent(number)).toContain('card')
    expect(kindsSent(number)).toContain('mine')
    expect(kindsSent(number)).not.toContain('ask')
  })

  it('the question where an issue belongs that was routed', async () => {
    const number = await flag()
    await product.use.routeIssue({ ...product.act('U0CHLOE'), number, department: 'billing' })
    await product.deliverAll()
    expect(kindsSent(number)).toContain('ask')
    expect(kindsSent(number)).not.toContain('route')
    expect(kindsSent(number)).not.toContain('pointer')
  })

  it('the question to accept a handover that was accepted', async () => {
    const number = await flag('pay')
    await claim(number)
    await product.deliverAll()
    await handOver(number)
    const { handover } = await product.issue(number)
    await product.use.acceptHandover({ ...product.act('U0FELIX'), number, handover: handover?.id ?? '' })
    await product.deliverAll()
    expect(kindsSent(number)).not.toContain('handover')
    expect(product.posts.filter(({ key }) => key.startsWith(`card:${number}:`))).toHaveLength(2)
  })

  it('the next step of an issue whose claim was taken back', async () => {
    const number = await flag('pay')
    await claim(number)
    await product.use.releaseClaim({ ...product.act('U0BEN'), number })
    await product.deliverAll()
    expect(kindsSent(number)).toContain('ask')
    expect(kindsSent(number)).not.toContain('mine')
  })
})

it('what was said at a card that never came to stand is told in the thread of the one that does', async () => {
  const number = await flag('pay')
  await product.deliverAll()
  const decline = { ...product.act('U0BEN'), number, department: 'sales', reason: 'The contract says another price.' }
  await product.use.declineIssue(decline)
  await product.use.claimIssue({ ...product.act('U0LOU'), number, via: 'button' })
  await product.deliverAll()
  const card = product.posts.find(({ key }) => key === `card:${number}:3`)
  const told = product.posts.filter(({ key }) => key.startsWith(`story:${number}:`))
  expect(card).toBeDefined()
  expect(told.map(({ key, threadTs }) => [key, threadTs === card?.ts])).toEqual([
    [`story:${number}:3`, true],
    [`story:${number}:5`, true],
  ])
})
