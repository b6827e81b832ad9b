import type { PersonId } from '../../council.ts'
import { departmentsOfPerson, isCouncilMember } from '../../council.ts'
import { DomainError } from '../../errors.ts'
import type { ClaimedVia, IssueEvent } from '../../issue/events.ts'
import type { Issue } from '../../issue/issue.ts'
import { withHeld } from '../../issue/issue.ts'
import { placeAt } from '../../journey-map.ts'
import { claimsFor } from '../../permissions.ts'
import type { Circumstances, Decision } from '../decision.ts'
import { andThen } from '../decision.ts'
import { endedError } from '../ended.ts'
import { endWait } from '../waiting/end-wait.ts'
import { askAt } from './ask.ts'

/** How long a fresh flag can be withdrawn, and a fresh claim released, with one press; milliseconds. */
export const freshFor = 10 * 60_000

/** Throws the reason for which an issue that is not waiting for an owner cannot be claimed. */
const refuseUnlessFlagged = (issue: Issue): void => {
  if (issue.state === 'flagged') return
  if (issue.state === 'claimed' || issue.state === 'resolved')
    throw new DomainError('already_claimed', { number: issue.number, owner: issue.owner ?? '' })
  throw endedError(issue)
}

/**
 * A person accepts accountability; the first claim wins. A council member of another department takes it for their own,
 * which counts as an attempt and not as a hop. The owner's own second claim changes nothing: they may not have heard that
 * the first went through. Throws `already_claimed` (naming the owner), `already_closed`,
 * `merged`, `withdrawn` or `not_allowed`.
 */
export const claimIssue = (
  issue: Issue,
  command: { readonly by: PersonId; readonly via: ClaimedVia },
  { council, now }: Circumstances,
): Decision => {
  if (issue.state === 'claimed' && issue.owner === command.by) return { issue, events: [] }
  refuseUnlessFlagged(issue)
  const department = claimsFor(council, issue, command.by)
  if (!department) {
    const homeless = isCouncilMember(council, command.by) && departmentsOfPerson(council, command.by).length === 0
    throw new DomainError(homeless ? 'no_department' : 'not_allowed', { number: issue.number, act: 'claim' })
  }
  const moves = department.key !== issue.department && issue.department !== undefined
  const { routeBy: _, ...rest } = issue
  const event: IssueEvent = {
    kind: 'claimed',
    at: now,
    actor: command.by,
    owner: command.by,
    department: department.key,
    ...(moves && issue.department !== undefined ? { from: issue.department } : {}),
    via: command.via,
  }
  return {
    issue: {
      ...rest,
      state: 'claimed',
      owner: command.by,
      claimedAt: now,
      department: department.key,
      lastUpdateAt: now,
      card: issue.department === department.key ? issue.card : issue.card + 1,
      moves: {
        ...issue.moves,
        held: withHeld(issue.moves.held, department.key),
        attempts: issue.moves.attempts + (moves ? 1 : 0),
      },
    },
    events: [event],
  }
}

/**
 * Takes a claim back within ten minutes; the next of the chain is asked, or the one who was asked before. Throws `not_claimed`, `not_allowed` (not
 * the owner) or `too_late` (older than ten minutes, a handover is on its way, or it is for the council).
 */
export const releaseClaim = (issue: Issue, by: PersonId, circumstances: Circumstances): Decision => {
  const { now, council } = circumstances
  if (issue.state !== 'claimed' || issue.claimedAt === undefined)
    throw new DomainError('not_claimed', { number: issue.number })
  if (issue.owner !== by) throw new DomainError('not_allowed', { number: issue.number, act: 'release' })
  const fresh = now.getTime() - issue.claimedAt.getTime() <= freshFor
  if (!fresh || issue.handover || issue.decision || issue.placedByCouncil || issue.moves.hops > 0)
    throw new DomainError('too_late', { number: issue.number, act: 'release' })
  const released = andThen(endWait(issue, 'released', circumstances), (free) => {
    const { owner: _, claimedAt: __, nextStepBy: ___, ...rest } = free
    return {
      issue: { ...rest, state: 'flagged', lastUpdateAt: now },
      events: [{ kind: 'released', at: now, actor: by, owner: by }],
    }
  })
  const place = placeAt(council, issue.department ?? '', issue.stage, issue.region)
  return andThen(released, (next) => askAt(next, { ...place, without: by }, 'released', circumstances))
}
