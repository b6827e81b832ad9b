import { afterAll, beforeAll, expect, it } from 'vitest'
import { workOnPosts } from '#adapters/jobs/posts.ts'
import { startBoss } from '#adapters/jobs/queues.ts'
import type { PostDraft, Subject } from '#application/messages/message.ts'
import { eventually } from '../../support/eventually.ts'
import { type Product, startProduct, workspaceId } from '../../support/product.ts'

const log = { warn: () => undefined }

/** As many places as two workers take at a time, for each urgency. */
const places = 64

let product: Product
let boss: Awaited<ReturnType<typeof startBoss>>

beforeAll(async () => {
  product = await startProduct()
  boss = await startBoss(product.url, log)
})
afterAll(async () => {
  await boss.stop({ graceful: false })
  await product.stop()
})

/** From what somebody has to act on to what tells a story. */
const ranks: readonly (readonly Subject['kind'][])[] = [
  ['ask', 'handover', 'route', 'call', 'council_ask'],
  ['card'],
  ['receipt', 'news'],
  ['story'],
]

const messagesOf = (rank: readonly Subject['kind'][], name: number): readonly PostDraft[] =>
  Array.from({ length: places }, (_, i) => ({
    key: `${name}:${i}`,
    subject: { kind: rank[i % rank.length] } as Subject,
    place: `${name} ${i}`,
    live: false,
  }))

const line: readonly PostDraft[] = Array.from({ length: 10 }, (_, i) => ({
  key: `line:${i}`,
  subject: { kind: 'ask' } as Subject,
  place: 'one person',
  live: false,
}))

/** By when half of those messages had gone out: what a worker has taken up already may overtake single ones. */
const middle = (sent: readonly string[], start: string): number => {
  const at = sent.flatMap((key, i) => (key.startsWith(start) ? [i] : []))
  return at[Math.floor(at.length / 2)] ?? -1
}

it('what waited while Slack was away goes out across channels by how urgent it is, and in order in each', async () => {
  const waiting = [...ranks.map(messagesOf).reverse().flat(), ...line]
  await product.ports.unitOfWork({ workspaceId }, async (tx) => tx.posts.show(waiting).then(() => undefined))
  const sent: string[] = []
  await workOnPosts({ boss, log, deliver: async ({ key }) => void sent.push(key) }, workspaceId)
  await eventually(async () => sent.length === waiting.length)
  expect(sent.filter((key) => key.startsWith('line'))).toEqual(line.map(({ key }) => key))
  const halfSent = [...ranks.keys()].map((rank) => middle(sent, `${rank}:`))
  expect(halfSent).toEqual(halfSent.toSorted((one, other) => one - other))
})
