import type { Council, PersonId } from '../../council.ts'
import { DomainError } from '../../errors.ts'
import type { Issue } from '../../issue/issue.ts'
import { placeAt } from '../../journey-map.ts'
import { speaksForAsked } from '../../permissions.ts'
import { suggestDepartments } from '../../routing.ts'
import type { Circumstances, Decision } from '../decision.ts'
import { andThen } from '../decision.ts'
import { requireText } from '../text.ts'
import { askAt, leaveToChair } from './ask.ts'

export type NotOursCommand = { readonly by: PersonId; readonly department: string; readonly reason: string }

/** The department they name first, then those that did not have it yet; a refusal leaves less and less to choose. */
const suggestionsAfter = (issue: Issue, named: string, reason: string, council: Council): readonly string[] => {
  const untried = suggestDepartments(council, reason, issue.moves.held)
  const first = issue.moves.held.includes(named) ? [] : [named]
  const all = [...new Set([...first, ...untried])].slice(0, 3)
  return all.length > 0 ? all : [named]
}

/**
 * The asked department says the issue is not theirs: the first time the ask moves to the department they name, the
 * second time the chair routes it. Throws `already_claimed`, `not_allowed`, `same_department`, `department_unknown` or
 * `text_missing`.
 */
export const declineIssue = (issue: Issue, command: NotOursCommand, circumstances: Circumstances): Decision => {
  const { council, now } = circumstances
  if (issue.state !== 'flagged')
    throw new DomainError('already_claimed', { number: issue.number, owner: issue.owner ?? '' })
  const from = issue.department
  if (from === undefined || !speaksForAsked(council, issue, command.by))
    throw new DomainError('not_allowed', { number: issue.number, act: 'not_ours' })
  const reason = requireText(command.reason, 'reason')
  const place = placeAt(council, command.department, issue.stage, issue.region)
  if (place.department === from) throw new DomainError('same_department', {}, { field: 'department' })
  const toChair = issue.moves.notOurs > 0
  const { moves } = issue
  const declined: Decision = {
    issue: {
      ...issue,
      moves: { ...moves, attempts: moves.attempts + 1, refusals: moves.refusals + 1, notOurs: moves.notOurs + 1 },
    },
    events: [
      {
        kind: 'not_ours',
        at: now,
        actor: command.by,
        from,
        to: place.department,
        council: toChair,
        words: { kind: 'reason', text: reason },
      },
    ],
  }
  return andThen(declined, (next) =>
    toChair
      ? leaveToChair(next, suggestionsAfter(next, place.department, reason, council), circumstances)
      : askAt(next, place, 'not_ours', circumstances),
  )
}
