import type { Customer } from '#application/customers/customer.ts'
import type { Viewer } from '#application/read-models.ts'
import { Prisma } from '../generated/client.ts'
import { present } from '../optional.ts'
import { isFor } from '../queries/open-issues.ts'

const { sql } = Prisma

export type CustomerRow = {
  readonly id: string
  readonly name: string
  readonly key: string | null
  readonly tier: string | null
  readonly region: string | null
}

export const toCustomer = ({ id, name, key, tier, region }: CustomerRow): Customer => ({
  id,
  name,
  ...present({ key, tier, region }),
})

/**
 * Whether somebody may know of the customer `c`: everybody of one in the company's list; of one that people named, the
 * council and those who may see one of its issues.
 */
export const isKnownTo = (viewer: Viewer): Prisma.Sql => sql`
  (${viewer.council} OR c.key IS NOT NULL OR EXISTS (
    SELECT FROM issue i WHERE i.workspace_id = c.workspace_id AND i.customer_id = c.id AND ${isFor(viewer)}))`
