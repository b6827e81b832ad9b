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

const standing = (key: string) => product.posts.filter((post) => post.key === key)

/** Shows a message for the first time, and Slack's answer does not arrive. */
const loseReplyOf = async (key: string): Promise<void> => {
  product.losing.add(key)
  await expect(product.use.deliverPost({ workspaceId, key, update: false })).rejects.toThrow('unreachable')
}

/** Its jobs are under way already: nothing else of it waits in the queue. */
const takeUpJobsOf = (key: string) =>
  product.database.$executeRaw`DELETE FROM pgboss.job WHERE data ->> 'key' = ${key} AND state = 'created'`

describe('a message whose reply was lost', () => {
  it('stands once, and shows what has changed before it was found', async () => {
    const number = await flag()
    await loseReplyOf(`card:${number}:1`)
    await product.use.claimIssue({ ...product.act('U0BEN'), number, via: 'button' })
    await product.deliverAll()
    expect(standing(`card:${number}:1`).map(({ message }) => message)).toMatchObject([
      { kind: 'card', story: { issue: { owner: 'U0BEN' } } },
    ])
  })

  it('loses its buttons although it was settled before it was found', async () => {
    const number = await flag()
    const key = `receipt:${number}:U0ANNA`
    await loseReplyOf(key)
    await product.use.withdrawFlag({ ...product.act('U0ANNA'), number })
    await product.deliverAll()
    expect(standing(key).map(({ message }) => message)).toMatchObject([{ kind: 'receipt', mayWithdraw: false }])
  })

  it('waits for nobody after it was found, whatever changed while it was looked for', async () => {
    const words = { text: 'It hurts.', via: 'command' as const, restricted: false }
    const { number } = await product.use.flagIssue({ ...product.act('U0ANNA'), ...words })
    const key = `card:${number}:1`
    await loseReplyOf(key)
    await product.use.routeIssue({ ...product.act('U0CHLOE'), number, department: 'billing' })
    const { messenger } = product.ports
    const find: typeof messenger.find = async (...args) => {
      await product.use.deliverPost({ workspaceId, key, update: true })
      return messenger.find(...args)
    }
    await takeUpJobsOf(key)
    const looking = deliverPost({ ...product.ports, messenger: { ...messenger, find } })
    await looking({ workspaceId, key, update: false })
    await product.deliverAll()
    expect(standing(key).map(({ message }) => message.kind)).toEqual(['pointer'])
    expect(await product.database.post.findMany({ where: { queued: true, live: true } })).toEqual([])
  })

  it('in the council’s channel is looked for there, although its own takes messages again', async () => {
    const number = await flag()
    const key = `card:${number}:1`
    product.closed.add('C0BILLING')
    await loseReplyOf(key)
    product.closed.delete('C0BILLING')
    await product.deliverAll()
    expect(standing(key).map(({ place }) => place)).toEqual(['C0COUNCIL'])
  })
})
