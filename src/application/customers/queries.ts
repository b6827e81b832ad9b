import type { WorkspaceId } from '../ports.ts'
import type { IssueLine, Viewer } from '../read-models.ts'
import type { Customer } from './customer.ts'

/** How many of a customer's issues somebody may see, by whether they are open. */
export type CustomerCounts = { readonly open: number; readonly over: number }

/** Reading customers; nobody gets to know of one, or of an issue, that they may not see. Each is one query. */
export type CustomerQueries = {
  /** Customers one of whose names, now or before, begins with what was typed; each once, by name. */
  readonly beginning: (
    workspaceId: WorkspaceId,
    viewer: Viewer,
    typed: string,
    limit: number,
  ) => Promise<readonly Customer[]>
  /** The customer of exactly that key or name, now or before. */
  readonly called: (workspaceId: WorkspaceId, viewer: Viewer, said: string) => Promise<Customer | undefined>
  readonly count: (workspaceId: WorkspaceId, viewer: Viewer, customer: string) => Promise<CustomerCounts>
  /** The numbers of a customer's issues: the open ones, longest open first, then those that are over, latest first. */
  readonly issues: (
    workspaceId: WorkspaceId,
    viewer: Viewer,
    customer: string,
    limits: CustomerCounts,
  ) => Promise<readonly number[]>
  /** Open issues of other customers at the same stages. */
  readonly similar: (
    workspaceId: WorkspaceId,
    viewer: Viewer,
    customer: string,
    limit: number,
  ) => Promise<readonly IssueLine[]>
}
