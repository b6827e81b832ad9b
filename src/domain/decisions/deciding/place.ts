import type { PersonId } from '../../council.ts'
import { type Issue, withHeld } from '../../issue/issue.ts'
import type { Circumstances, Decision } from '../decision.ts'
import { andThen } from '../decision.ts'
import { cancelHandover } from '../moving/settle-handover.ts'
import { endWait } from '../waiting/end-wait.ts'
import type { Candidate } from './candidates.ts'

type Placed = { readonly kind: 'decided' | 'moved_at_once'; readonly id: string; readonly actor?: PersonId }

const moved = (issue: Issue, { department, person }: Candidate, now: Date): Issue => {
  if (issue.owner === person && issue.department === department) return { ...issue, lastUpdateAt: now }
  const { nextStepBy: _, takeOver: __, ...rest } = issue
  return {
    ...rest,
    owner: person,
    department,
    claimedAt: now,
    lastUpdateAt: now,
    card: issue.department === department ? issue.card : issue.card + 1,
    moves: { ...issue.moves, held: withHeld(issue.moves.held, department) },
  }
}

const freed = (issue: Issue, { kind }: Placed, circumstances: Circumstances): Decision =>
  andThen(cancelHandover(issue, 'replaced', circumstances.now), (free) =>
    endWait(free, kind === 'decided' ? 'decided' : 'moved', circumstances),
  )

/**
 * Somebody is accountable at once, without being asked: neither a hop nor an attempt. A pass on its way is replaced, and
 * what the issue waited on is over.
 */
export const placeWith = (
  issue: Issue,
  candidate: Candidate,
  placed: Placed,
  circumstances: Circumstances,
): Decision => {
  const { now } = circumstances
  return andThen(freed(issue, placed, circumstances), (free) => ({
    issue: moved(free, candidate, now),
    events: [
      {
        ...placed,
        at: now,
        from: issue.department ?? '',
        to: candidate.department,
        owner: candidate.person,
        before: issue.owner ?? '',
      },
    ],
  }))
}
