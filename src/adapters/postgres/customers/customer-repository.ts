import type { Ids, WorkspaceId } from '#application/ports.ts'
import type { CustomerRepository } from '#application/repositories.ts'
import { matchName, tidyName } from '#domain/customers/match-name.ts'
import type { Database } from '../database.ts'
import { insertRows, type Param, type Writes } from '../writes/writes.ts'
import { type CustomerRow, isKnownTo, toCustomer } from './visible-customers.ts'

/** Holds a name for its customer until the work is done: a list may be making one customer of two at this moment. */
const stillNamed = (workspaceId: WorkspaceId, match: string, id: string) => (param: Param) =>
  `SELECT 1 FROM customer_name WHERE workspace_id = ${param(workspaceId)} AND match_name = ${param(match)}
   AND customer_id = ${param(id)} FOR SHARE`

/** Customers by name; of two flags at once for a new customer the second is decided again with the first one's. */
export const customerRepository = (
  database: Database,
  writes: Writes,
  workspaceId: WorkspaceId,
  ids: Ids,
): CustomerRepository => ({
  named: async (typed) => {
    const match = matchName(typed)
    const [known] = await database.$queryRaw<CustomerRow[]>`
      SELECT c.id, c.name, c.key, c.tier, c.region FROM customer_name n
      JOIN customer c ON c.workspace_id = n.workspace_id AND c.id = n.customer_id
      WHERE n.workspace_id = ${workspaceId} AND n.match_name = ${match}`
    if (known) {
      writes.insist(writes.add('customer_met', stillNamed(workspaceId, match, known.id)))
      return toCustomer(known)
    }
    const [id, name] = [ids.next(), tidyName(typed)]
    writes.add('customer', insertRows('customer', [{ workspaceId, id, name, matchName: match }]))
    writes.add('customer_name', insertRows('customer_name', [{ workspaceId, matchName: match, customerId: id }]))
    return { id, name }
  },
  find: async (id, viewer) => {
    const [known] = await database.$queryRaw<CustomerRow[]>`
      SELECT c.id, c.name, c.key, c.tier, c.region FROM customer c
      WHERE c.workspace_id = ${workspaceId} AND c.id = ${id} AND ${isKnownTo(viewer)}`
    return known && toCustomer(known)
  },
  namesOf: async (issues) => {
    const rows = await database.$queryRaw<{ number: number; name: string }[]>`
      SELECT i.number, c.name FROM issue i JOIN customer c ON c.workspace_id = i.workspace_id AND c.id = i.customer_id
      WHERE i.workspace_id = ${workspaceId} AND i.number = ANY(${[...issues]}::int[])`
    return Object.fromEntries(rows.map((row) => [row.number, row.name]))
  },
})
