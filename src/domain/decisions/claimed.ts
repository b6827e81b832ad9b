import type { PersonId } from '../council.ts'
import { DomainError } from '../errors.ts'
import type { Issue } from '../issue/issue.ts'
import { isOpen } from '../issue/issue.ts'
import { endedError } from './ended.ts'

/** Throws `not_claimed`, `already_resolved`, `already_closed`, `merged` or `withdrawn` unless somebody works on the issue. */
export const requireClaimed = (issue: Issue): void => {
  if (issue.state === 'claimed') return
  if (!isOpen(issue)) throw endedError(issue)
  throw new DomainError(issue.state === 'flagged' ? 'not_claimed' : 'already_resolved', { number: issue.number })
}

/** Names the owner on whose behalf somebody else acts. */
export const behalf = (issue: Issue, by: PersonId): { onBehalfOf?: PersonId } =>
  issue.owner === undefined || issue.owner === by ? {} : { onBehalfOf: issue.owner }
