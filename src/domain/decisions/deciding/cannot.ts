import type { PersonId } from '../../council.ts'
import { DomainError } from '../../errors.ts'
import type { CouncilDecision, Issue } from '../../issue/issue.ts'
import { requireClaimed } from '../claimed.ts'
import type { Circumstances, Decision } from '../decision.ts'
import { requireText } from '../text.ts'

export type CannotCommand = { readonly by: PersonId; readonly id: string; readonly reason: string }

/** Whether somebody answers for an issue because they were named: by the council, or at once where it was urgent. */
export const wasNamed = (issue: Issue, person: PersonId): boolean =>
  issue.state === 'claimed' &&
  issue.owner === person &&
  (issue.decision === undefined ? issue.placedByCouncil : issue.decision.review)

/** A new round, which takes the place of one that was only to look at an urgent issue afterwards. */
const newRound = (issue: Issue, { by, id }: CannotCommand, now: Date): CouncilDecision => ({
  id,
  why: 'named_cannot',
  from: issue.department ?? '',
  askedBy: by,
  at: now,
  speakBy: now,
  votes: [],
  review: false,
})

/** Throws `not_claimed`, `council_decides` while it chooses already, or `not_allowed` for who was not named. */
export const requireNamed = (issue: Issue, person: PersonId): void => {
  const { number, owner, decision } = issue
  requireClaimed(issue)
  if (owner === person && decision !== undefined && !decision.review)
    throw new DomainError('council_decides', { number })
  if (!wasNamed(issue, person)) throw new DomainError('not_allowed', { number, act: 'cannot' })
}

/**
 * Who was named cannot take it: it is for the council again, and they answer until it has chosen. Throws `not_claimed`,
 * `not_allowed`, `text_missing`, or `council_decides` while it chooses already.
 */
export const sayCannot = (issue: Issue, command: CannotCommand, { now }: Circumstances): Decision => {
  const { department = '' } = issue
  const { by } = command
  requireNamed(issue, by)
  const text = requireText(command.reason, 'reason')
  const round = newRound(issue, command, now)
  const { id, why, from, review } = round
  const words = { kind: 'reason', text } as const
  return {
    issue: { ...issue, decision: round, lastUpdateAt: now },
    events: [
      { kind: 'named_cannot', at: now, actor: by, id, department, words },
      { kind: 'decision_opened', at: now, actor: by, id, why, from, review },
    ],
  }
}
