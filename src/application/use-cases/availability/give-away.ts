import { type NameCommand, nameInstead } from '#domain/availability/left-behind.ts'
import type { PersonId } from '#domain/council.ts'
import { peopleOf } from '#domain/council.ts'
import { reassignIssue } from '#domain/decisions/passing/reassign.ts'
import { DomainError } from '#domain/errors.ts'
import type { Act } from '../../act.ts'
import { requireMember, scopeOf } from '../../act.ts'
import { circumstancesOf, record, visibleIssue } from '../../change-issue.ts'
import type { Ports } from '../../ports.ts'
import { showDepartures } from './departures.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'clock' | 'directory' | 'ids'>

/** `to` answers for it from now on. */
export type GiveInput = Act & { readonly number: number; readonly to: PersonId }

/**
 * Lead or chair give an issue of somebody who left to a colleague, or take it themselves. Throws `already_given` when
 * somebody else answers for it meanwhile, or nobody left.
 */
export const giveIssue =
  (deps: Deps) =>
  async (input: GiveInput): Promise<{ number: number }> => {
    await requireMember(deps.directory, input)
    return deps.unitOfWork(scopeOf(input), async (tx) => {
      const council = await tx.councils.current()
      const issue = await visibleIssue(tx, council, input, input.number)
      const { number, department, owner = '' } = issue
      const left = await tx.departures.openOf(owner)
      if (!left.some((one) => one.department === department)) throw new DomainError('already_given', { number, owner })
      const circumstances = await circumstancesOf(tx, deps.clock.now(), issue)
      const command = { by: input.person, to: input.to, id: deps.ids.next() }
      await record(tx, circumstances, issue, reassignIssue(issue, command, circumstances))
      await showDepartures(tx, owner, circumstances.now)
      return { number }
    })
  }

/** Lead or chair name another person in a cell of the journey map, as a new version of the council. */
export const nameInMap =
  (deps: Deps) =>
  async (input: Act & Omit<NameCommand, 'by'>): Promise<undefined> => {
    await requireMember(deps.directory, input)
    return deps.unitOfWork(scopeOf(input), async (tx) => {
      const council = await tx.councils.current()
      const now = deps.clock.now()
      const people = await tx.people.byIds(peopleOf(council))
      const next = nameInstead(council, { ...input, by: input.person }, { people, now })
      await tx.councils.apply(next, now, input.person)
      await showDepartures(tx, input.gone, now)
      return undefined
    })
  }
