import type { PersonId } from '../../council.ts'
import { departmentOf, isChair } from '../../council.ts'
import { DomainError } from '../../errors.ts'
import type { Issue } from '../../issue/issue.ts'
import { placeAt } from '../../journey-map.ts'
import type { Circumstances, Decision } from '../decision.ts'
import { askAt } from './ask.ts'

/** True while the chair has a route to choose. */
export const awaitsRoute = (issue: Issue): boolean => issue.state === 'flagged' && issue.routeBy !== undefined

const routeTo = (
  issue: Issue,
  department: string,
  why: 'routed' | 'not_routed_in_time',
  circumstances: Circumstances,
) => askAt(issue, placeAt(circumstances.council, department, issue.stage, issue.region), why, circumstances)

/**
 * The chair or deputy sends an unrouted issue to a department. Throws `not_allowed`, `already_claimed` when it needs no
 * route any more, or `department_unknown`.
 */
export const routeIssue = (
  issue: Issue,
  command: { readonly by: PersonId; readonly department: string },
  circumstances: Circumstances,
): Decision => {
  if (!isChair(circumstances.council, command.by))
    throw new DomainError('not_allowed', { number: issue.number, act: 'route' })
  if (issue.state === 'claimed' || issue.state === 'resolved')
    throw new DomainError('already_claimed', { number: issue.number, owner: issue.owner ?? '' })
  if (!awaitsRoute(issue)) throw new DomainError('already_routed', { number: issue.number })
  const routed = routeTo(issue, command.department, 'routed', circumstances)
  return { ...routed, events: routed.events.map((event) => ({ ...event, actor: command.by })) }
}

/** Asks the first suggestion when nobody routed the issue in time; undefined when there is nothing to do yet. */
export const routeByDefault = (
  issue: Issue,
  suggestions: readonly string[],
  circumstances: Circumstances,
): Decision | undefined => {
  if (!awaitsRoute(issue) || issue.routeBy === undefined || issue.routeBy > circumstances.now) return undefined
  const first = suggestions.find((key) => departmentOf(circumstances.council, key))
  return first === undefined ? undefined : routeTo(issue, first, 'not_routed_in_time', circumstances)
}
