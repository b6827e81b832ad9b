import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deliverPost } from '#application/use-cases/telling/deliver-post.ts'
import type { Product } from '../../support/product.ts'
import { startProduct, workspaceId } from '../../support/product.ts'

let product: Product

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

const flag = async (): Promise<number> => {
  const input = { ...product.act('U0ANNA'), text: 'Charged twice.', via: 'command' as const, restricted: false }
  return (await product.use.flagIssue({ ...input, stage: 'pay' })).number
}

const closedFor = async (place: string, work: () => Promise<void>): Promise<void> => {
  product.closed.add(place)
  try {
    await work()
  } finally {
    product.closed.delete(place)
  }
}

const sent = (kind: string) => product.posts.filter((post) => post.message.kind === kind)

const cardOf = (number: number) => product.posts.filter((post) => post.key === `card:${number}:1`)

describe('a place that takes no messages', () => {
  it('of a person: they are called in the thread of the card, and the council hears of it once', async () => {
    let numbers: readonly number[] = []
    await closedFor('U0BEN', async () => {
      numbers = [await flag(), await flag()]
      await product.deliverAll()
    })
    expect(sent('call').map((post) => [post.place, post.threadTs])).toEqual(
      numbers.map((number) => ['C0BILLING', cardOf(number)[0]?.ts]),
    )
    expect(sent('place_closed').map((post) => post.place)).toEqual(['C0COUNCIL'])
    expect(sent('ask')).toEqual([])
    expect((await product.issue(numbers[0] ?? 0)).ask).toMatchObject({ person: 'U0BEN' })
  })

  it('of a department: its card stands in the council’s channel, which hears of it once', async () => {
    const before = sent('place_closed').length
    let number = 0
    await closedFor('C0BILLING', async () => {
      await flag()
      number = await flag()
      await product.deliverAll()
    })
    expect(cardOf(number).map((post) => post.place)).toEqual(['C0COUNCIL'])
    expect(
      sent('place_closed')
        .slice(before)
        .map((post) => post.message),
    ).toMatchObject([{ place: 'C0BILLING', reason: 'not_in_channel' }])
  })

  it('any more: the live card moves to the council’s channel when it next has to change', async () => {
    const number = await flag()
    await product.deliverAll()
    await closedFor('C0BILLING', async () => {
      await product.use.claimIssue({ ...product.act('U0BEN'), number, via: 'button' })
      await product.deliverAll()
    })
    expect(cardOf(number).map((post) => post.place)).toEqual(['C0BILLING', 'C0COUNCIL'])
    expect(cardOf(number).at(-1)?.message).toMatchObject({ kind: 'card' })
  })

  it('is told of again when it closes once more after a message went there, or stays closed for a week', async () => {
    const told = () =>
      sent('place_closed').filter(({ message }) => message.kind === 'place_closed' && message.place === 'C0BILLING')
    const closedAgain = () =>
      closedFor('C0BILLING', async () => {
        await flag()
        await product.deliverAll()
      })
    await flag()
    await product.deliverAll()
    const before = told().length
    const counts: number[] = []
    for (const at of ['2026-11-18T23:59:00Z', '2026-11-19T00:01:00Z', '2026-11-25T23:58:00Z', '2026-11-25T23:59:00Z']) {
      product.setClock(at)
      await closedAgain()
      counts.push(told().length - before)
    }
    await flag()
    await product.deliverAll()
    product.setClock('2026-11-26T00:01:00Z')
    await closedAgain()
    expect([...counts, told().length - before]).toEqual([1, 1, 1, 2, 3])
    product.setClock('2026-11-17T09:00:00Z')
  })

  it('of the council: the chair hears of it', async () => {
    await closedFor('C0COUNCIL', async () => {
      await product.use.flagIssue({ ...product.act('U0ANNA'), text: 'Lost.', via: 'command', restricted: false })
      await product.deliverAll()
    })
    expect(sent('place_closed').at(-1)).toMatchObject({ place: 'U0CHLOE', message: { place: 'C0COUNCIL' } })
  })
})

describe('a card that somebody deleted', () => {
  it('is posted anew once, also when the bot dies before it has noted where', async () => {
    const number = await flag()
    await product.deliverAll()
    const old = product.posts.findIndex((post) => post.key === `card:${number}:1`)
    product.posts.splice(old, 1)
    await product.use.claimIssue({ ...product.act('U0BEN'), number, via: 'button' })
    const dies = async (): Promise<never> => {
      throw new Error('the power is gone')
    }
    const dying = deliverPost({ ...product.ports, posts: { ...product.ports.posts, noteShown: dies } })
    const key = `card:${number}:1`
    await product.use.deliverPost({ workspaceId, key, update: true })
    await expect(dying({ workspaceId, key, update: false })).rejects.toThrow('the power is gone')
    await product.deliverAll()
    expect(cardOf(number)).toHaveLength(1)
    expect(cardOf(number)[0]?.message).toMatchObject({ kind: 'card', story: { issue: { owner: 'U0BEN' } } })
  })

  it('stands anew before the lines of its story, which hang on the new one', async () => {
    const number = await flag()
    await product.deliverAll()
    product.posts.splice(
      product.posts.findIndex((post) => post.key === `card:${number}:1`),
      1,
    )
    await product.use.claimIssue({ ...product.act('U0BEN'), number, via: 'button' })
    await product.use.setNextStep({ ...product.act('U0BEN'), number, day: 'tomorrow' })
    await product.deliverAll()
    expect(cardOf(number)).toHaveLength(1)
    const lines = product.posts.filter((post) => post.key.startsWith(`story:${number}:`))
    expect(lines.map((post) => post.threadTs)).toEqual([cardOf(number)[0]?.ts, cardOf(number)[0]?.ts])
  })
})

describe('a receipt that somebody deleted', () => {
  it('leaves the news without a thread, and loses none', async () => {
    const number = await flag()
    await product.deliverAll()
    product.posts.splice(
      product.posts.findIndex((post) => post.key === `receipt:${number}:U0ANNA`),
      1,
    )
    await product.use.claimIssue({ ...product.act('U0BEN'), number, via: 'button' })
    await product.deliverAll()
    const news = product.posts.filter((post) => post.key.startsWith(`news:${number}:`))
    expect(news.map((post) => [post.place, post.threadTs])).toEqual([['U0ANNA', undefined]])
  })
})
