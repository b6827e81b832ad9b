import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Product } from '../../support/product.ts'
import { startProduct } from '../../support/product.ts'

let product: Product

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

const flag = async (more: object = { stage: 'pay' }): Promise<number> => {
  const input = { ...product.act('U0ANNA'), text: 'Charged twice.', via: 'command' as const, restricted: false }
  return (await product.use.flagIssue({ ...input, ...more })).number
}

const about = (number: number) => product.posts.filter((post) => post.key.split(':')[1] === String(number))

describe('asking again', () => {
  it('asks the next of the chain when the one who was asked releases a fresh claim', async () => {
    const number = await flag()
    await product.use.claimIssue({ ...product.act('U0BEN'), number, via: 'button' })
    await product.use.releaseClaim({ ...product.act('U0BEN'), number })
    expect(await product.issue(number)).toMatchObject({ state: 'flagged', ask: { person: 'U0LOU', round: 2 } })
    await product.deliverAll()
    expect(
      about(number)
        .filter((post) => post.place === 'U0LOU')
        .map((post) => post.message.kind),
    ).toEqual(['ask'])
  })

  it('does not suggest to the chair a department that has said Not ours', async () => {
    const number = await flag()
    const { use, act } = product
    await use.declineIssue({ ...act('U0BEN'), number, department: 'sales', reason: 'A contract.' })
    await use.declineIssue({ ...act('U0FELIX'), number, department: 'billing', reason: 'An invoice for support.' })
    const suggestions = await product.ports.read('T0PRACTICE', (tx) => tx.issues.suggestionsFor(number))
    expect(suggestions).toHaveLength(3)
    expect(suggestions[0]).toBe('support')
    expect(suggestions).not.toContain('billing')
    expect(suggestions).not.toContain('sales')
  })

  it('asks the lead of a department that was named without a stage, and notes the gap', async () => {
    const number = await flag({})
    await product.use.routeIssue({ ...product.act('U0CHLOE'), number, department: 'billing' })
    const issue = await product.issue(number)
    expect(issue).toMatchObject({ department: 'billing', ask: { person: 'U0LOU', role: 'lead' } })
    expect(issue.stage).toBeUndefined()
    expect((await product.story(number)).timeline.at(-1)).toMatchObject({ kind: 'asked', gap: true })
  })

  it('shows the card in the council channel when its department’s channel does not take it', async () => {
    product.closed.add('C0BILLING')
    const number = await flag()
    await product.deliverAll()
    product.closed.delete('C0BILLING')
    expect(
      about(number)
        .filter((post) => post.message.kind === 'card')
        .map((post) => post.place),
    ).toEqual(['C0COUNCIL'])
  })

  it('tells the one who handed an issue over that it was accepted', async () => {
    const number = await flag()
    const { use, act } = product
    await use.claimIssue({ ...act('U0BEN'), number, via: 'button' })
    await use.handOver({ ...act('U0BEN'), number, to: 'sales', reason: 'expertise', need: 'Please look.' })
    const { handover } = await product.issue(number)
    await use.acceptHandover({ ...act('U0FELIX'), number, handover: handover?.id ?? '' })
    await product.deliverAll()
    const heard = about(number).filter((post) => post.place === 'U0BEN' && post.message.kind === 'news')
    expect(heard).toHaveLength(1)
  })
})

describe('the council', () => {
  it('is applied once when two bots start with the same file at the same time', async () => {
    const changed = { ...product.council, channel: 'C0OTHER' }
    const apply = () => product.use.applyCouncil({ workspaceId: 'T0PRACTICE', council: changed })
    const applied = await Promise.all([apply(), apply(), apply()])
    expect(applied.filter(Boolean)).toHaveLength(1)
    expect((await product.ports.read('T0PRACTICE', (tx) => tx.councils.current())).channel).toBe('C0OTHER')
  })
})
