import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Product } from '../../support/product.ts'
import { startProduct, workspaceId } from '../../support/product.ts'

const minute = 60_000

let product: Product
let now = new Date('2026-11-17T09:00:00Z')

beforeAll(async () => {
  product = await startProduct()
})
afterEach(() => product.closed.clear())
afterAll(() => product.stop())

const flagged = async (): Promise<number> => {
  const input = { ...product.act('U0ANNA'), text: 'Charged twice.', via: 'command' as const, restricted: false }
  const { number } = await product.use.flagIssue({ ...input, stage: 'pay' })
  await product.deliverAll()
  return number
}

const claim = async (number: number): Promise<void> => {
  await product.use.claimIssue({ ...product.act('U0BEN'), number, via: 'button' })
  await product.deliverAll()
}

/** Everything is open again, and the tick has come round for a while. */
const whenOpenAgain = async (): Promise<void> => {
  product.closed.clear()
  for (let rounds = 0; rounds < 3; rounds += 1) {
    now = new Date(now.getTime() + 60 * minute)
    product.setClock(now)
    await product.use.tryClosedPlaces(workspaceId)
    await product.deliverAll()
  }
}

const cardsOf = (number: number) =>
  product.posts
    .filter((post) => post.place.startsWith('C') && post.threadTs === undefined && post.key.includes(`card:${number}:`))
    .map(({ place, message }) => [place, message.kind])

describe('what stands in a place that was closed for a while', () => {
  it('is a pointer to the card that took its place, once the channel is open again', async () => {
    const number = await flagged()
    product.closed.add('C0BILLING')
    await claim(number)
    expect(cardsOf(number)).toEqual([
      ['C0BILLING', 'card'],
      ['C0COUNCIL', 'card'],
    ])
    await whenOpenAgain()
    expect(cardsOf(number)).toEqual([
      ['C0BILLING', 'pointer'],
      ['C0COUNCIL', 'card'],
    ])
  })

  it('still takes a claim by reaction until then', async () => {
    const number = await flagged()
    const [old] = product.posts.filter((post) => post.key === `card:${number}:1`)
    product.closed.add('C0BILLING')
    await product.use.addDetails({ ...product.act('U0ANNA'), number, severity: 'high' })
    await product.deliverAll()
    const at = { channel: 'C0BILLING', ts: old?.ts ?? '' }
    expect(await product.use.claimByReaction({ ...product.act('U0BEN'), ...at })).toEqual({ number })
  })

  it('is brought up to date also where one person reads it', async () => {
    const number = await flagged()
    product.closed.add('U0BEN')
    await claim(number)
    await whenOpenAgain()
    const asks = product.posts.filter(({ message }) => message.kind === 'ask' && message.story.issue.number === number)
    expect(asks.map(({ place, message }) => [place, message])).toMatchObject([['U0BEN', { open: false }]])
    const called = product.posts.filter(({ message }) => message.kind === 'call')
    expect(called.map(({ message }) => message)).toEqual([])
  })

  it('is not taken for the one that is to be posted there anew and whose reply was lost', async () => {
    const number = await flagged()
    const key = `card:${number}:1`
    product.closed.add('C0BILLING')
    await product.use.claimIssue({ ...product.act('U0BEN'), number, via: 'button' })
    await product.use.deliverPost({ workspaceId, key, update: true })
    product.closed.clear()
    product.cutting.add(key)
    await expect(product.use.deliverPost({ workspaceId, key, update: false })).rejects.toThrow('unreachable')
    await product.deliverAll()
    await whenOpenAgain()
    expect(cardsOf(number)).toEqual([
      ['C0BILLING', 'pointer'],
      ['C0BILLING', 'card'],
    ])
  })

  it('takes no line of the story: the card moves first, and the line hangs on it', async () => {
    const number = await flagged()
    product.closed.add('C0BILLING')
    await product.use.claimIssue({ ...product.act('U0BEN'), number, via: 'button' })
    const key = `story:${number}:${(await product.story(number)).timeline.at(-1)?.seq}`
    await product.use.deliverPost({ workspaceId, key, update: false }).catch(() => undefined)
    await product.deliverAll()
    await whenOpenAgain()
    expect(cardsOf(number)).toEqual([
      ['C0BILLING', 'pointer'],
      ['C0COUNCIL', 'card'],
    ])
    const [card] = product.posts.filter((post) => post.key === `card:${number}:1`)
    const lines = product.posts.filter((post) => post.key === key)
    expect(lines.map(({ threadTs }) => threadTs)).toEqual([card?.ts])
  })

  it('takes no line of the story in the council’s channel either: that waits with its card', async () => {
    product.closed.add('C0BILLING')
    const number = await flagged()
    product.closed.add('C0COUNCIL')
    await claim(number)
    await whenOpenAgain()
    expect(cardsOf(number)).toEqual([['C0COUNCIL', 'card']])
    const lines = product.posts.filter((post) => post.key.startsWith(`story:${number}:`))
    expect(lines.map(({ message }) => message.kind)).toEqual(['story'])
  })
})
