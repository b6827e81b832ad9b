import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Product } from '../../support/product.ts'
import { startProduct, workspaceId } from '../../support/product.ts'

const council = 'C0COUNCIL'
const minute = 60_000
const morning = new Date('2026-11-17T09:00:00Z')

let product: Product
let now = morning

beforeAll(async () => {
  product = await startProduct()
})
afterEach(() => product.closed.clear())
afterAll(() => product.stop())

const unrouted = async (): Promise<number> => {
  const { number } = await product.use.flagIssue({
    ...product.act('U0ANNA'),
    text: 'Nobody knows whose this is.',
    via: 'command',
    restricted: false,
  })
  await product.deliverAll()
  return number
}

const later = (ms: number): void => {
  now = new Date(now.getTime() + ms)
  product.setClock(now)
}

/** A round of the tick, and all that follows from it. */
const tick = async (): Promise<void> => {
  await product.use.tryClosedPlaces(workspaceId)
  await product.deliverAll()
}

const cardsOf = (number: number) =>
  product.posts.filter((post) => post.key.startsWith(`card:${number}:`)).map((post) => [post.place, post.message.kind])

const addDetails = async (number: number): Promise<void> => {
  const details = { customer: 'Nordwind', severity: 'high' as const }
  await product.use.addDetails({ ...product.act('U0ANNA'), number, ...details })
  await product.deliverAll()
}

const nextLook = async (number: number): Promise<number | undefined> => {
  const post = await product.ports.posts.find(workspaceId, `card:${number}:1`)
  return post?.nextLookAt && post.nextLookAt.getTime() - now.getTime()
}

describe('a card for the council’s channel while that is closed', () => {
  it('appears there once when the channel is open again, without anybody doing anything', async () => {
    product.closed.add(council)
    const number = await unrouted()
    later(10 * minute)
    await tick()
    expect(cardsOf(number)).toEqual([])
    product.closed.clear()
    later(60 * minute)
    await tick()
    later(60 * minute)
    await tick()
    expect(cardsOf(number)).toEqual([[council, 'card']])
  })

  it('appears with the next change of its issue, once', async () => {
    product.closed.add(council)
    const number = await unrouted()
    await addDetails(number)
    expect(cardsOf(number)).toEqual([])
    product.closed.clear()
    await product.use.addDetails({ ...product.act('U0ANNA'), number, severity: 'urgent' })
    await product.deliverAll()
    later(60 * minute)
    await tick()
    expect(cardsOf(number)).toEqual([[council, 'card']])
  })

  it('appears soon after another message went there', async () => {
    product.closed.add(council)
    const number = await unrouted()
    later(600 * minute)
    await tick()
    product.closed.clear()
    const second = await unrouted()
    later(minute / 2)
    await tick()
    expect([...cardsOf(number), ...cardsOf(second)]).toEqual([
      [council, 'card'],
      [council, 'card'],
    ])
  })

  it('stands in the department’s channel once it was routed there', async () => {
    product.closed.add(council)
    const number = await unrouted()
    await product.use.routeIssue({ ...product.act('U0CHLOE'), number, department: 'billing' })
    await product.deliverAll()
    product.closed.clear()
    later(60 * minute)
    await tick()
    expect(cardsOf(number)).toEqual([['C0BILLING', 'card']])
  })

  it('is looked at again after longer and longer pauses, of an hour at the most', async () => {
    await unrouted()
    product.closed.add(council)
    const number = await unrouted()
    expect(await nextLook(number)).toBe(minute)
    for (const [pause, next] of [
      [minute, minute],
      [9 * minute, 10 * minute],
      [600 * minute, 60 * minute],
    ] as const) {
      later(pause)
      await tick()
      expect(await nextLook(number)).toBe(next)
    }
  })

  it('keeps the one that stands there, and brings it up to date when the channel is open again', async () => {
    const number = await unrouted()
    product.closed.add(council)
    await addDetails(number)
    product.closed.clear()
    later(60 * minute)
    await tick()
    expect(cardsOf(number)).toEqual([[council, 'card']])
    const card = product.posts.find((post) => post.key === `card:${number}:1`)
    expect(card?.message).toMatchObject({ story: { issue: { severity: 'high' } } })
  })
})
