import { type Conflict, type Imported, importCustomers } from '#adapters/postgres/customers/import-customers.ts'
import { createIds, systemClock } from '#adapters/system.ts'
import type { CustomerRow } from '#domain/customers/customer-row.ts'
import { type Product, startProduct, workspaceId } from '../../support/product.ts'

export type Listed = Partial<CustomerRow> & { readonly key: string; readonly name: string }

/** The product with a list of customers that can be applied. */
export const startWithList = async () => {
  const product: Product = await startProduct()
  const apply = (
    rows: readonly Listed[],
    { dry = false, of = workspaceId } = {},
  ): Promise<Imported | readonly Conflict[]> =>
    importCustomers(
      { url: product.url, workspaceId: of, nextId: createIds(systemClock).next },
      {
        dry,
        most: 21,
        async *lines() {
          for (const [i, row] of rows.entries()) yield { line: i + 2, row }
        },
      },
    )
  const flag = async (person: string, more: object = {}): Promise<number> =>
    (
      await product.use.flagIssue({
        ...product.act(person),
        text: 'They were charged twice.',
        via: 'command',
        restricted: false,
        ...more,
      })
    ).number
  const everybody = () =>
    product.database.customer.findMany({
      where: { workspaceId },
      orderBy: { name: 'asc' },
      omit: { workspaceId: true },
    })
  return { product, apply, flag, everybody, stop: product.stop }
}
