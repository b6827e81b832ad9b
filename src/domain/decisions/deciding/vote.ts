import type { PersonId } from '../../council.ts'
import { isCouncilMember } from '../../council.ts'
import { DomainError } from '../../errors.ts'
import type { CouncilDecision, Issue, Vote } from '../../issue/issue.ts'
import { isOpen } from '../../issue/issue.ts'
import type { Circumstances, Decision } from '../decision.ts'
import { andThen } from '../decision.ts'
import { endedError } from '../ended.ts'
import { optionalText } from '../text.ts'
import type { Candidate } from './candidates.ts'
import { type Deciders, decidersOf } from './deciders.ts'
import { fitToAnswer } from './fit.ts'
import { placeWith } from './place.ts'

export type VoteCommand = {
  readonly by: PersonId
  /** The decision that they looked at. */
  readonly decision: string
  /** Who should answer for it. */
  readonly person: PersonId
  readonly reason?: string
}

/** The open decision that somebody means; throws how the issue ended, or `decision_settled` naming who answers for it. */
export const openOne = (issue: Issue, id: string): CouncilDecision => {
  if (!isOpen(issue)) throw endedError(issue)
  const { decision, number, owner = '' } = issue
  if (decision?.id === id) return decision
  throw new DomainError('decision_settled', { number, owner, again: decision === undefined ? 0 : 1 })
}

/** Throws `not_allowed` for who is not of the council, `holds_it` for one whose department has the issue now. */
export const requireDecider = (issue: Issue, by: PersonId, circumstances: Circumstances): Deciders => {
  const { number, department = '' } = issue
  if (!isCouncilMember(circumstances.council, by)) throw new DomainError('not_allowed', { number, act: 'decide' })
  const deciders = decidersOf(issue, circumstances)
  if ([...deciders.alone, ...deciders.together].includes(by)) return deciders
  throw new DomainError('holds_it', { number, department, owner: deciders.alone[0] ?? '' })
}

/** One of them alone, or two for the same person; votes of those who may not choose any more do not count. */
const isEnough = (votes: readonly Vote[], { by, person }: VoteCommand, { alone, together }: Deciders): boolean =>
  alone.includes(by) || votes.filter((vote) => vote.person === person && together.includes(vote.by)).length > 1

const withoutDecision = ({ decision: _, ...issue }: Issue): Issue => issue

const decided = (
  issue: Issue,
  candidate: Candidate,
  id: string,
  by: PersonId,
  circumstances: Circumstances,
): Decision =>
  placeWith(
    { ...withoutDecision(issue), placedByCouncil: true },
    candidate,
    { kind: 'decided', id, actor: by },
    circumstances,
  )

/**
 * Somebody of the council says who should answer for an issue; a later vote takes the place of their earlier one. When
 * that is enough, the one who was named is accountable at once, and only the council moves it from then on. The same
 * vote again changes nothing. Throws `decision_settled`, how the issue ended, `not_allowed`, `holds_it`, or at the field
 * `person` what keeps the one who was named from answering: `named_unfit`, `named_away` or `no_department_for`.
 */
export const voteFor = (issue: Issue, command: VoteCommand, circumstances: Circumstances): Decision => {
  const { now } = circumstances
  const { by, person } = command
  const decision = openOne(issue, command.decision)
  const deciders = requireDecider(issue, by, circumstances)
  const department = fitToAnswer(issue, person, circumstances)
  const reason = optionalText(command.reason, 'reason')
  const votes = [...decision.votes.filter((vote) => vote.by !== by), { by, person, at: now }]
  const enough = isEnough(votes, command, deciders)
  const again = decision.votes.some((vote) => vote.by === by && vote.person === person)
  if (again && !enough) return { issue, events: [] }
  const voted: Decision = {
    issue: { ...issue, decision: { ...decision, votes } },
    events: [
      {
        kind: 'voted',
        at: now,
        actor: by,
        id: decision.id,
        person,
        ...(reason === undefined ? {} : { words: { kind: 'reason', text: reason } }),
      },
    ],
  }
  if (!enough) return voted
  return andThen(voted, (next) => decided(next, { department, person }, decision.id, by, circumstances))
}
