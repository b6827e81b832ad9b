import type { PersonId } from '../../council.ts'
import { DomainError } from '../../errors.ts'
import type { HandoverEnded } from '../../issue/events.ts'
import type { Handover, Issue } from '../../issue/issue.ts'
import { withHeld } from '../../issue/issue.ts'
import { mayAccept } from '../../permissions.ts'
import type { Circumstances, Decision } from '../decision.ts'
import { andThen } from '../decision.ts'
import { acceptPass } from '../passing/accept-pass.ts'
import { requireText } from '../text.ts'
import { endWait } from '../waiting/end-wait.ts'

type Answer = { readonly by: PersonId; readonly handover: string }

const pending = (issue: Issue, { by, handover: id }: Answer, { council }: Circumstances): Handover => {
  const { handover } = issue
  if (!handover || handover.id !== id) throw new DomainError('handover_settled', { number: issue.number })
  if (!mayAccept(council, issue, by)) throw new DomainError('not_allowed', { number: issue.number, act: 'accept' })
  return handover
}

const settled = ({ handover: _, ...issue }: Issue): Issue => issue

/** Accountability is with the receiver now: a hop. */
const moved = (
  issue: Issue,
  by: PersonId,
  { id, from, to }: Pick<Handover, 'id' | 'from' | 'to'>,
  now: Date,
): Decision => {
  const { moves } = issue
  const bounce = moves.held.includes(to)
  const { nextStepBy: _, ...rest } = issue
  return {
    issue: {
      ...rest,
      owner: by,
      claimedAt: now,
      department: to,
      lastUpdateAt: now,
      card: issue.card + 1,
      moves: {
        ...moves,
        held: withHeld(moves.held, to),
        attempts: moves.attempts + 1,
        hops: moves.hops + 1,
        bounces: moves.bounces + (bounce ? 1 : 0),
      },
    },
    events: [{ kind: 'handover_accepted', at: now, actor: by, id, from, to, owner: by, bounce }],
  }
}

/**
 * The receiver accepts: accountability moves, which is a hop unless it is a pass, and a bounce when the department held the issue before.
 * Throws `handover_settled` or `not_allowed`.
 */
export const acceptHandover = (issue: Issue, answer: Answer, circumstances: Circumstances): Decision => {
  const { id, from, to, pass } = pending(issue, answer, circumstances)
  const { now } = circumstances
  if (pass !== undefined) return acceptPass(issue, answer.by, now)
  return andThen(endWait(settled(issue), 'moved', circumstances), (free) =>
    moved(free, answer.by, { id, from, to }, now),
  )
}

/**
 * The receiver returns it with a reason: the sender stays accountable, as all the while. Throws `handover_settled`,
 * `not_allowed` or `text_missing`.
 */
export const returnHandover = (
  issue: Issue,
  answer: Answer & { readonly reason: string },
  circumstances: Circumstances,
): Decision => {
  const { id, from, to, pass } = pending(issue, answer, circumstances)
  const words = { kind: 'reason', text: requireText(answer.reason, 'reason') } as const
  const { now } = circumstances
  const { moves } = issue
  if (pass !== undefined)
    return {
      issue: { ...settled(issue), lastUpdateAt: now },
      events: [{ kind: 'pass_declined', at: now, actor: answer.by, id, department: to, why: pass, words }],
    }
  return {
    issue: {
      ...settled(issue),
      lastUpdateAt: now,
      moves: { ...moves, attempts: moves.attempts + 1, refusals: moves.refusals + 1 },
    },
    events: [{ kind: 'handover_returned', at: now, actor: answer.by, id, from, to, words }],
  }
}

/**
 * Ends a pending handover because the issue itself ended, no attempt; or a pass, which is `replaced` by another pass or
 * by a handover.
 */
export const cancelHandover = (issue: Issue, why: HandoverEnded | 'replaced', now: Date): Decision => {
  const { handover } = issue
  if (!handover) return { issue, events: [] }
  const { id, to } = handover
  if (handover.pass !== undefined)
    return { issue: settled(issue), events: [{ kind: 'pass_cancelled', at: now, id, department: to, why }] }
  return why === 'replaced'
    ? { issue, events: [] }
    : { issue: settled(issue), events: [{ kind: 'handover_cancelled', at: now, id, to, why }] }
}
