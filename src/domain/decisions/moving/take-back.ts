import type { PersonId } from '../../council.ts'
import { DomainError } from '../../errors.ts'
import type { Issue } from '../../issue/issue.ts'
import { actsAsOwner } from '../../permissions.ts'
import { behalf } from '../claimed.ts'
import type { Circumstances, Decision } from '../decision.ts'
import { pendingBetweenDepartments } from './ask-first.ts'

/**
 * The sender takes a handover back before anybody has answered it: no attempt, and nobody else has to act. Throws
 * `handover_settled` or `not_allowed`.
 */
export const takeBack = (
  issue: Issue,
  { by, handover: id }: { readonly by: PersonId; readonly handover: string },
  { council, now }: Circumstances,
): Decision => {
  const { to } = pendingBetweenDepartments(issue, id)
  if (!actsAsOwner(council, issue, by)) throw new DomainError('not_allowed', { number: issue.number, act: 'take_back' })
  const { handover: _, ...free } = issue
  return {
    issue: { ...free, lastUpdateAt: now },
    events: [{ kind: 'handover_taken_back', at: now, actor: by, ...behalf(issue, by), id, to }],
  }
}
