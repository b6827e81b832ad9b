import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ports } from '#application/ports.ts'
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

type Messenger = Ports['messenger']

/** A process that stands still before it calls Slack, while others do something. */
const stoppedBefore = (call: 'post' | 'update', meanwhile: () => Promise<unknown>) => {
  const { messenger } = product.ports
  const post: Messenger['post'] = async (...args) => {
    await meanwhile()
    return messenger.post(...args)
  }
  const update: Messenger['update'] = async (...args) => {
    await meanwhile()
    return messenger.update(...args)
  }
  return deliverPost({ ...product.ports, messenger: { ...messenger, ...(call === 'post' ? { post } : { update }) } })
}

describe('a process that stood still while another took its work on', () => {
  it('does not send what the other has sent', async () => {
    const key = `card:${await flag()}:1`
    const first = { workspaceId, key, update: false }
    const stopped = stoppedBefore('post', () => product.use.deliverPost(first))
    await expect(stopped(first)).rejects.toThrow('somebody_else_sends_it')
    await product.deliverAll()
    expect(standing(key)).toHaveLength(1)
  })

  it('does not send what the other has sent without hearing of it', async () => {
    const key = `card:${await flag()}:1`
    const first = { workspaceId, key, update: false }
    const stopped = stoppedBefore('post', async () => {
      product.losing.add(key)
      await product.use.deliverPost(first).catch(() => undefined)
    })
    await expect(stopped(first)).rejects.toThrow('somebody_else_sends_it')
    await product.deliverAll()
    expect(standing(key)).toHaveLength(1)
  })

  it('does not send what it had noted before it stood still', async () => {
    const key = `card:${await flag()}:1`
    const { posts, clock } = product.ports
    const noteAttempt: typeof posts.noteAttempt = async (...args) => {
      const isOurs = await posts.noteAttempt(...args)
      product.setClock(new Date(clock.now().getTime() + 20_000))
      return isOurs
    }
    const stopped = deliverPost({ ...product.ports, posts: { ...posts, noteAttempt } })
    await expect(stopped({ workspaceId, key, update: false })).rejects.toThrow('somebody_else_sends_it')
    expect(standing(key)).toEqual([])
    await product.deliverAll()
    expect(standing(key)).toHaveLength(1)
  })

  it('does not leave what was true before in place of what the other has shown', async () => {
    const number = await flag()
    await product.deliverAll()
    const key = `card:${number}:1`
    const update = { workspaceId, key, update: true }
    await product.use.claimIssue({ ...product.act('U0BEN'), number, via: 'button' })
    let isTold = false
    const stopped = stoppedBefore('update', async () => {
      if (isTold) return
      isTold = true
      await product.use.setNextStep({ ...product.act('U0BEN'), number, day: 'tomorrow' })
      await product.use.deliverPost(update)
    })
    await stopped(update)
    await product.database.$executeRaw`DELETE FROM pgboss.job WHERE data ->> 'key' = ${key} AND state = 'created'`
    await product.deliverAll()
    expect(standing(key).map(({ message }) => message)).toMatchObject([
      { kind: 'card', story: { issue: { nextStepBy: expect.anything() } } },
    ])
  })
})
