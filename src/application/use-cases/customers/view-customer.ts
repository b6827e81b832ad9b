import type { Council } from '#domain/council.ts'
import { type CustomerSide, customerSide } from '#domain/customers/customer-side.ts'
import { DomainError } from '#domain/errors.ts'
import type { Act } from '../../act.ts'
import { requireMember } from '../../act.ts'
import type { Customer } from '../../customers/customer.ts'
import type { CustomerCounts } from '../../customers/queries.ts'
import type { Ports } from '../../ports.ts'
import type { IssueLine, IssueStory } from '../../read-models.ts'
import { viewerOf } from '../reading/list-issues.ts'

type Deps = Pick<Ports, 'read' | 'clock' | 'directory' | 'queries'>

/** How many issues of each kind are told: what is open, and what is over. */
const told: CustomerCounts = { open: 6, over: 3 }

/** How many customers are named where several could be meant, and how many similar issues. */
const named = 10
const similarShown = 3

/** One customer's story as one person may see it: the open issues first, then the latest that are over. */
export type CustomerStory = {
  readonly kind: 'one'
  readonly customer: Customer
  readonly issues: readonly IssueStory[]
  readonly counts: CustomerCounts
  /** Open issues of other customers at the same stages. */
  readonly similar: readonly IssueLine[]
  readonly council: Council
  readonly now: Date
  readonly readerZone: string
}

export type FoundCustomer =
  | CustomerStory
  | { readonly kind: 'several'; readonly customers: readonly Customer[] }
  | { readonly kind: 'none' }

const find = async (deps: Deps, act: Act, council: Council, said: string): Promise<readonly Customer[]> => {
  const viewer = viewerOf(council, act.person)
  const exact = await deps.queries.customers.called(act.workspaceId, viewer, said)
  return exact ? [exact] : deps.queries.customers.beginning(act.workspaceId, viewer, said, named)
}

const storiesOf = async (deps: Deps, { workspaceId, person }: Act, council: Council, customer: string) => {
  const numbers = await deps.queries.customers.issues(workspaceId, viewerOf(council, person), customer, told)
  return deps.read(workspaceId, (tx) => tx.issues.stories(numbers))
}

/** What a customer went through, found by name, by a name of before, or by key; who may not know of it finds nobody. */
export const viewCustomer =
  (deps: Deps) =>
  async (input: Act & { readonly said: string }): Promise<FoundCustomer> => {
    const { timeZone: readerZone } = await requireMember(deps.directory, input)
    const { workspaceId, person } = input
    const council = await deps.read(workspaceId, (tx) => tx.councils.current())
    const [customer, ...others] = await find(deps, input, council, input.said)
    if (!customer) return { kind: 'none' }
    if (others.length > 0) return { kind: 'several', customers: [customer, ...others] }
    const viewer = viewerOf(council, person)
    const [issues, counts, similar] = await Promise.all([
      storiesOf(deps, input, council, customer.id),
      deps.queries.customers.count(workspaceId, viewer, customer.id),
      deps.queries.customers.similar(workspaceId, viewer, customer.id, similarShown),
    ])
    return { kind: 'one', customer, issues, counts, similar, council, now: deps.clock.now(), readerZone }
  }

export type SharedCustomer = { readonly council: Council; readonly sides: readonly CustomerSide[] }

/**
 * The same from the customer's side, to be shared: open issues only, and in them neither people nor customers nor words.
 * Throws `customer_unknown`.
 */
export const shareCustomer =
  (deps: Deps) =>
  async (input: Act & { readonly customer: string }): Promise<SharedCustomer> => {
    await requireMember(deps.directory, input)
    const council = await deps.read(input.workspaceId, async (tx) => {
      const current = await tx.councils.current()
      if (!(await tx.customers.find(input.customer, viewerOf(current, input.person))))
        throw new DomainError('customer_unknown')
      return current
    })
    const stories = await storiesOf(deps, input, council, input.customer)
    const sides = stories
      .filter(({ issue }) => issue.audience === 'open')
      .map(({ issue, timeline }) => customerSide(issue, timeline, council.calendar.timeZone, deps.clock.now()))
    return { council, sides: sides.filter(({ steps }) => steps.length > 0) }
  }
