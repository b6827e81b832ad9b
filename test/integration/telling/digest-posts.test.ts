import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Product } from '../../support/product.ts'
import { startProduct, workspaceId } from '../../support/product.ts'

let product: Product

beforeAll(async () => {
  product = await startProduct()
  product.setClock('2026-11-17T09:00:00Z')
  const input = { ...product.act('U0ANNA'), text: 'Charged twice.', via: 'command' as const, restricted: false }
  for (const stage of ['pay', 'use']) await product.use.flagIssue({ ...input, stage })
})
afterAll(() => product.stop())

describe('the weekly digest', () => {
  const digests = () => product.posts.filter((post) => post.message.kind === 'digest')

  it('is posted once for the latest slot, whatever replicas and restarts do, and none from before the first start', async () => {
    product.setClock('2026-11-17T09:00:00Z')
    expect(await product.use.postDigest(workspaceId)).toBe(false)
    product.setClock('2026-11-30T08:00:05Z')
    const posted = await Promise.all([1, 2, 3].map(() => product.use.postDigest(workspaceId)))
    expect(posted.filter(Boolean)).toHaveLength(1)
    await product.deliverAll()
    expect(await product.use.postDigest(workspaceId)).toBe(false)
    expect(digests().map((post) => post.place)).toEqual(['C0COUNCIL'])
    product.setClock('2026-12-23T12:00:00Z')
    expect(await product.use.postDigest(workspaceId)).toBe(true)
    await product.deliverAll()
    expect(digests()).toHaveLength(2)
  })

  it('counts the issues whose deadline fell in the seven days before it', async () => {
    product.setClock('2026-11-23T08:00:00Z')
    const message = await product.use.previewDigest(product.act('U0CHLOE'))
    const all = await product.database.issue.count({
      where: { deadlineAt: { gte: new Date('2026-11-16T08:00:00Z'), lt: new Date('2026-11-23T08:00:00Z') } },
    })
    expect(message.digest.toldInTime.now).toMatchObject({ n: 0 })
    expect(all).toBe(0)
    product.setClock('2026-11-30T08:00:00Z')
    expect((await product.use.previewDigest(product.act('U0CHLOE'))).digest.toldInTime.now.n).toBeGreaterThan(0)
  })

  it('is previewed for the council and its sponsor only', async () => {
    await expect(product.use.previewDigest(product.act('U0MIA'))).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(product.use.previewDigest(product.act('U0GRACE'))).resolves.toMatchObject({ kind: 'digest' })
  })
})
