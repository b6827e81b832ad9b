import type { PersonId } from '../../council.ts'
import { DomainError } from '../../errors.ts'
import type { Consult, ConsultEnded } from '../../issue/consult-facts.ts'
import type { HandoverEnded } from '../../issue/events.ts'
import type { Issue } from '../../issue/issue.ts'
import { actsAsOwner } from '../../permissions.ts'
import { behalf } from '../claimed.ts'
import type { Circumstances, Decision } from '../decision.ts'
import { andThen } from '../decision.ts'
import { factsOf, openConsult, withoutConsult } from './consult.ts'

/** A consult ends without an answer; `by` somebody, or because of what became of the issue. */
export const endConsult = (issue: Issue, consult: Consult, why: ConsultEnded, now: Date, by?: PersonId): Decision => ({
  issue: withoutConsult(issue, consult.id),
  events: [
    {
      kind: 'consult_ended',
      at: now,
      ...(by === undefined ? {} : { actor: by }),
      ...(by === undefined || by === consult.asked ? {} : behalf(issue, by)),
      ...factsOf(consult),
      of: consult.kind,
      why,
    },
  ],
})

const endAll = (issue: Issue, consults: readonly Consult[], why: ConsultEnded, now: Date): Decision =>
  consults.reduce<Decision>((done, one) => andThen(done, (next) => endConsult(next, one, why, now)), {
    issue,
    events: [],
  })

/** Ends every open consult because the issue itself has ended: nobody needs to answer or help any more. */
export const endConsults = (issue: Issue, why: HandoverEnded, now: Date): Decision =>
  endAll(issue, issue.consults, why, now)

/** The same decision, in which nobody is asked about, or helps with, an issue that they answer for themselves by then. */
export const withoutOwnConsults = (decision: Decision): Decision => {
  const { issue, events } = decision
  const own = issue.consults.filter(({ asked }) => asked === issue.owner)
  const at = events.at(-1)?.at
  return own.length === 0 || at === undefined ? decision : andThen(decision, (next) => endAll(next, own, 'owns_it', at))
}

/**
 * *No longer needed*: the asker ends what nobody has answered, whatever it was. Throws `consult_over`, also for hands that
 * help by now, or `not_allowed`.
 */
export const notNeeded = (
  issue: Issue,
  { by, consult: id }: { readonly by: PersonId; readonly consult: string },
  { council, now }: Circumstances,
): Decision => {
  const consult = openConsult(issue, id)
  if (!actsAsOwner(council, issue, by) && by !== consult.askedBy)
    throw new DomainError('not_allowed', { number: issue.number, act: 'not_needed' })
  if (consult.state === 'helping')
    throw new DomainError('consult_over', { number: issue.number, owner: consult.asked, act: 'help' })
  return endConsult(issue, consult, 'not_needed', now, by)
}
