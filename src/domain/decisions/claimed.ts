import type { PersonId } from '../council.ts'
import { DomainError } from '../errors.ts'
import type { Issue } from '../issue/issue.ts'

/** Throws `not_claimed`, `already_resolved`, `already_closed` or `withdrawn` unless somebody works on the issue. */
export const requireClaimed = (issue: Issue): void => {
  if (issue.state === 'claimed') return
  const code = ({ flagged: 'not_claimed', resolved: 'already_resolved', closed: 'already_closed' } as const)[
    issue.state as 'flagged' | 'resolved' | 'closed'
  ]
  throw new DomainError(code ?? 'withdrawn', { number: issue.number })
}

/** Names the owner on whose behalf somebody else acts. */
export const behalf = (issue: Issue, by: PersonId): { onBehalfOf?: PersonId } =>
  issue.owner === undefined || issue.owner === by ? {} : { onBehalfOf: issue.owner }
