import { afterAll, beforeAll, expect, it } from 'vitest'
import { tidy } from '#adapters/postgres/tidy.ts'
import type { Product } from '../../support/product.ts'
import { startProduct, workspaceId } from '../../support/product.ts'

let product: Product

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

it('forgets words that were never sent after a day, and keeps those of today', async () => {
  const keep = (id: string, at: string) =>
    product.ports.unitOfWork({ workspaceId }, async (tx) => {
      await tx.drafts.keep({ id, author: 'U0ANNA', text: 'Not sent.' }, new Date(at))
      return undefined
    })
  await keep('old', '2026-11-15T09:00:00Z')
  await keep('new', '2026-11-17T08:00:00Z')
  await tidy(product.database, workspaceId, new Date('2026-11-17T09:00:00Z'))
  expect((await product.database.draft.findMany()).map((draft) => draft.id)).toEqual(['new'])
})
