import type { PersonId } from '../../council.ts'
import { DomainError } from '../../errors.ts'
import type { Issue } from '../../issue/issue.ts'
import { isOpen, withHeld } from '../../issue/issue.ts'
import { mayEdit } from '../../permissions.ts'
import type { Circumstances, Decision } from '../decision.ts'
import { endedError } from '../ended.ts'
import type { Joined } from './merge.ts'

/** An open issue learns who held the other and how often it was turned down, so that neither goes the same way again. */
const linked = (issue: Issue, other: Issue, by: PersonId, now: Date): Decision => {
  const { held, attempts, refusals } = other.moves
  const moves = {
    ...issue.moves,
    held: held.reduce(withHeld, issue.moves.held),
    attempts: issue.moves.attempts + attempts,
    refusals: issue.moves.refusals + refusals,
  }
  const learns = isOpen(issue)
  return {
    issue: { ...issue, links: [...issue.links, other.number], ...(learns ? { moves } : {}) },
    events: [
      {
        kind: 'linked',
        at: now,
        actor: by,
        to: other.number,
        moves: learns ? { held, attempts, refusals } : { held: [], attempts: 0, refusals: 0 },
      },
    ],
  }
}

/**
 * Two issues belong together and stay apart: each names the other, and an open one brings along which departments held the
 * other and their attempts. Nothing happens when they are linked already. Throws `same_issue`, `merged` or `not_allowed`
 * (owner, flagger, lead and council).
 */
export const linkIssues = (issue: Issue, other: Issue, by: PersonId, { council, now }: Circumstances): Joined => {
  if (issue.number === other.number) throw new DomainError('same_issue', { number: issue.number }, { field: 'other' })
  if (!mayEdit(council, issue, by)) throw new DomainError('not_allowed', { number: issue.number, act: 'link' })
  if (issue.state === 'merged') throw endedError(issue)
  if (other.state === 'merged') throw endedError(other, 'other')
  if (issue.links.includes(other.number)) return { issue: { issue, events: [] }, other: { issue: other, events: [] } }
  return { issue: linked(issue, other, by, now), other: linked(other, issue, by, now) }
}
