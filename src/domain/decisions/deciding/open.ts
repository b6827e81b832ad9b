import type { PersonId } from '../../council.ts'
import type { CouncilDecision, CouncilWhy, HandoverReason, Issue } from '../../issue/issue.ts'
import { calendarOf } from '../../time/service-level.ts'
import { addWorkingTime } from '../../time/working-time.ts'
import { behalf } from '../claimed.ts'
import type { Circumstances, Decision } from '../decision.ts'
import { andThen } from '../decision.ts'
import { candidatesFor } from './candidates.ts'
import { placeWith } from './place.ts'

/** How long the lead of the department where it was to go may speak before anybody else has to. */
const speakWithin = { amount: 2, unit: 'h' } as const

/** An owner wanted to hand an issue over, and the guard left it to the council. */
export type Stopped = {
  readonly by: PersonId
  readonly id: string
  readonly to: string
  readonly reason: HandoverReason
  readonly need: string
  readonly why: CouncilWhy
}

/**
 * What is urgent does not wait for the council: it goes to the first who could take it, and is looked at afterwards. Where
 * the council has named who answers, it stays with them all the same.
 */
const firstChoice = (issue: Issue, decision: CouncilDecision, need: string, circumstances: Circumstances) =>
  issue.severity === 'urgent' && !issue.placedByCouncil
    ? candidatesFor(issue, decision, need, circumstances)[0]
    : undefined

/**
 * Leaves it to the council where an issue ends: nothing moves, and its owner answers for it until then. An urgent one
 * moves at once, to the first who could take it, where there is somebody; the council then looks at it afterwards.
 */
export const openDecision = (issue: Issue, stopped: Stopped, circumstances: Circumstances): Decision => {
  const { council, now } = circumstances
  const { by, id, to, reason, need, why } = stopped
  const from = issue.department ?? ''
  const speakBy = addWorkingTime(calendarOf(council, to, issue.severity), now, speakWithin)
  const asked = { id, why, from, to, reason }
  const decision: CouncilDecision = { ...asked, askedBy: by, at: now, speakBy, votes: [], review: false }
  const first = firstChoice(issue, decision, need, circumstances)
  const review = first !== undefined
  const opened: Decision = {
    issue: { ...issue, decision: { ...decision, review }, lastUpdateAt: now },
    events: [
      {
        kind: 'decision_opened',
        at: now,
        actor: by,
        ...behalf(issue, by),
        ...asked,
        review,
        words: { kind: 'need', text: need },
      },
    ],
  }
  return first === undefined
    ? opened
    : andThen(opened, (open) => placeWith(open, first, { kind: 'moved_at_once', id }, circumstances))
}
