import type { PersonId } from '../../council.ts'
import { DomainError } from '../../errors.ts'
import type { Issue, Moves } from '../../issue/issue.ts'
import { isOpen, withHeld } from '../../issue/issue.ts'
import { mayEdit } from '../../permissions.ts'
import { stricter } from '../../severity.ts'
import { deadlineFor } from '../../time/deadline.ts'
import type { Circumstances, Decision } from '../decision.ts'
import { andThen } from '../decision.ts'
import { endedError } from '../ended.ts'
import { endAllOpen } from '../moving/end-all-open.ts'
import { endWait } from '../waiting/end-wait.ts'

/** What becomes of both: the one that goes on elsewhere, and the one it goes on in. */
export type Joined = { readonly issue: Decision; readonly other: Decision }

const refuse = (issue: Issue, into: Issue, by: PersonId, { council }: Circumstances): void => {
  if (issue.number === into.number) throw new DomainError('same_issue', { number: issue.number }, { field: 'other' })
  if (!isOpen(issue)) throw endedError(issue)
  if (!mayEdit(council, issue, by)) throw new DomainError('not_allowed', { number: issue.number, act: 'merge' })
  if (!isOpen(into)) throw endedError(into, 'other')
  if (issue.owner !== undefined && into.owner === undefined)
    throw new DomainError('merge_other_way', { number: issue.number, other: into.number }, { field: 'other' })
}

const both = (a: Moves, b: Moves): Moves => ({
  held: b.held.reduce(withHeld, a.held),
  attempts: a.attempts + b.attempts,
  hops: a.hops + b.hops,
  bounces: a.bounces + b.bounces,
  refusals: a.refusals + b.refusals,
  notOurs: a.notOurs + b.notOurs,
})

const earlier = (a: Date, b: Date): Date => (b < a ? b : a)

const earliest = (a: Date | undefined, b: Date | undefined): Date | undefined => (a && b ? earlier(a, b) : (a ?? b))

const freed = (issue: Issue, circumstances: Circumstances): Decision =>
  andThen(endAllOpen(issue, 'merged', circumstances.now), (free) => endWait(free, 'merged', circumstances))

const gone = (issue: Decision, into: number, by: PersonId, now: Date): Decision =>
  andThen(issue, (free) => {
    const { routeBy: _, promiseBy: __, ...rest } = free
    return {
      issue: { ...rest, state: 'merged', mergedInto: into, lastUpdateAt: now },
      events: [{ kind: 'merged', at: now, actor: by, into }],
    }
  })

/** The issue that goes on, with all that the other one brings: who waits, who held it, and the narrower audience. */
const grown = (into: Issue, merged: Issue, by: PersonId, { council, now }: Circumstances): Decision => {
  const followers = [merged.flaggedBy, ...merged.followers].filter(
    (person) => person !== into.flaggedBy && !into.followers.includes(person),
  )
  const flaggedAt = earlier(into.flaggedAt, merged.flaggedAt)
  const strictestSeverity = stricter(into.strictestSeverity, merged.strictestSeverity)
  const promiseBy = earliest(into.promiseBy, merged.promiseBy)
  const restricted = [into.audience, merged.audience].includes('restricted')
  const customer = into.customer ?? merged.customer
  const region = into.region ?? merged.region
  const customerWaited = Math.max(into.customerWaited ?? 0, merged.customerWaited ?? 0)
  const severity = stricter(into.severity, merged.severity)
  const waited = { ...into, flaggedAt, strictestSeverity, ...(customerWaited === 0 ? {} : { customerWaited }) }
  return {
    issue: {
      ...waited,
      audience: restricted ? 'restricted' : 'open',
      wordsShared: into.wordsShared && merged.wordsShared,
      severity,
      ...(customer === undefined ? {} : { customer }),
      ...(region === undefined ? {} : { region }),
      ...(promiseBy === undefined ? {} : { promiseBy }),
      deadlineAt: deadlineFor(council, waited),
      moves: both(into.moves, merged.moves),
      followers: [...into.followers, ...followers],
      onHold: into.onHold || merged.onHold,
    },
    events: [
      { kind: 'merged_from', at: now, actor: by, number: merged.number, moves: merged.moves, followers, severity },
    ],
  }
}

/**
 * Two issues tell of the same: one goes on in the other, which takes its flagger and followers, the departments that held it
 * and their attempts, its earliest flag, its strictest severity and the narrower audience. Its owner need not answer any
 * more; where only one of the two has an owner, it goes on in that one. Throws `same_issue`, `already_closed`, `merged`,
 * `withdrawn`, `not_allowed` (owner, flagger, lead and council of the one that ends) or `merge_other_way`.
 */
export const mergeIssue = (issue: Issue, into: Issue, by: PersonId, circumstances: Circumstances): Joined => {
  refuse(issue, into, by, circumstances)
  const free = freed(issue, circumstances)
  return { issue: gone(free, into.number, by, circumstances.now), other: grown(into, free.issue, by, circumstances) }
}
