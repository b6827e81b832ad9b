import { matchName, tidyName } from '#domain/customers/match-name.ts'
import type { Act } from '../../act.ts'
import { requireMember } from '../../act.ts'
import type { Customer } from '../../customers/customer.ts'
import type { Ports } from '../../ports.ts'
import { viewerOf } from '../reading/list-issues.ts'

type Deps = Pick<Ports, 'read' | 'unitOfWork' | 'clock' | 'directory' | 'queries' | 'ids'>

/** A menu shows no more than a hundred entries, one of which may be the new name. */
const mostShown = 99

/** What a menu of customers offers: `fresh` is what was typed, where nobody is called so. */
export type Suggestions = {
  readonly known: readonly Customer[]
  readonly fresh?: { readonly name: string; readonly draft?: string }
}

/**
 * The customers whose names begin with what was typed, of those that the person may know of; and the text itself for a
 * new one. A text longer than `carried` characters waits as a draft, because the menu's entry cannot carry it.
 */
export const suggestCustomers =
  (deps: Deps) =>
  async (input: Act & { readonly typed: string; readonly carried: number }): Promise<Suggestions> => {
    await requireMember(deps.directory, input)
    const { workspaceId, person: author, typed, carried } = input
    const council = await deps.read(workspaceId, (tx) => tx.councils.current())
    const viewer = viewerOf(council, author)
    const known = await deps.queries.customers.beginning(workspaceId, viewer, typed, mostShown)
    const name = tidyName(typed)
    const taken = known.some((customer) => matchName(customer.name) === matchName(name))
    if (name === '' || taken) return { known }
    if (name.length <= carried) return { known, fresh: { name } }
    const draft = deps.ids.next()
    await deps.unitOfWork({ workspaceId }, async (tx) =>
      tx.drafts.keep({ id: draft, author, text: name }, deps.clock.now()).then(() => null),
    )
    return { known, fresh: { name, draft } }
  }
