import { afterAll, beforeAll, expect, it } from 'vitest'
import { createUseCases } from '#application/use-cases.ts'
import type { Product } from '../../support/product.ts'
import { startProduct } from '../../support/product.ts'

let product: Product

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

/** The product as it is in a process that dies before it can note what it has sent. */
const dyingBeforeTheNote = ({ ports }: Product) => {
  const died = (): Promise<never> => Promise.reject(new Error('killed'))
  return createUseCases({ ...ports, posts: { ...ports.posts, noteShown: died } })
}

it('a live card that somebody deleted is posted anew once, though the process dies before it has noted where', async () => {
  const { use, act, posts, deliverAll } = product
  const { number } = await use.flagIssue({
    ...act('U0ANNA'),
    text: 'Charged twice.',
    via: 'command',
    restricted: false,
    stage: 'pay',
  })
  await deliverAll()
  const key = `card:${number}:1`
  const cards = () => posts.filter((post) => post.key === key)
  posts.splice(
    posts.findIndex((post) => post.key === key),
    1,
  )
  await use.claimIssue({ ...act('U0BEN'), number, via: 'button' })
  await expect(dyingBeforeTheNote(product).deliverPost({ workspaceId: 'T0PRACTICE', key })).rejects.toThrow('killed')
  expect(cards()).toHaveLength(1)
  await use.setNextStep({ ...act('U0BEN'), number, day: 'tomorrow' })
  await deliverAll()
  expect(cards()).toHaveLength(1)
  expect(await product.ports.posts.find('T0PRACTICE', key)).toMatchObject({
    standing: { ts: cards()[0]?.ts },
    live: true,
  })
})
