import type { PersonId } from '../../council.ts'
import { DomainError } from '../../errors.ts'
import type { Issue } from '../../issue/issue.ts'
import { colleaguesFor } from '../../journey-map.ts'
import { isReachable } from '../../people.ts'
import { actsAsOwner } from '../../permissions.ts'
import { requireClaimed } from '../claimed.ts'
import type { Circumstances, Decision } from '../decision.ts'
import { andThen } from '../decision.ts'
import { cancelHandover } from '../moving/settle-handover.ts'
import { movedTo } from './accept-pass.ts'

export type ReassignCommand = { readonly by: PersonId; readonly to: PersonId; readonly id: string }

const refuse = (issue: Issue, { by, to }: ReassignCommand, { council, people, now }: Circumstances): void => {
  const { number, owner = '', department = '' } = issue
  if (by === owner || !actsAsOwner(council, issue, by))
    throw new DomainError('not_allowed', { number, act: 'reassign' })
  if (issue.state !== 'resolved') requireClaimed(issue)
  if (to === by) return
  if (!colleaguesFor(council, department, issue.stage, issue.region).includes(to))
    throw new DomainError('no_colleague', { number, department })
  if (!isReachable(people.get(to), now)) throw new DomainError('person_away', { owner: to })
}

/**
 * Gives the issue of somebody who left its department to a colleague, or to the one who presses, at once: the one who
 * left cannot act any more. Throws `not_allowed` unless their lead or the chair does it, `not_claimed`, `no_colleague` or
 * `person_away`.
 */
export const reassignIssue = (issue: Issue, command: ReassignCommand, circumstances: Circumstances): Decision => {
  const { now } = circumstances
  refuse(issue, command, circumstances)
  const { by, to, id } = command
  const { owner = '', department = '' } = issue
  return andThen(cancelHandover(issue, 'replaced', now), (free) => ({
    issue: movedTo(free, to, now),
    events: [{ kind: 'pass_accepted', at: now, actor: by, onBehalfOf: owner, id, department, from: owner, owner: to }],
  }))
}
