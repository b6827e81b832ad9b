import type { PersonId } from '../../council.ts'
import { decidersOf } from '../../decisions/deciding/deciders.ts'
import type { Circumstances } from '../../decisions/decision.ts'
import type { Issue } from '../../issue/issue.ts'
import { calendarOf } from '../../time/service-level.ts'
import { addWorkingTime } from '../../time/working-time.ts'
import { type Step, theCouncil } from '../reminder.ts'

/**
 * Who is reminded that the council has to choose, and when, in council hours: after half of `claim_within` the chair, after
 * the whole the deputy, after twice that the council's channel; where neither may choose alone, after the whole those who
 * may and have not. Where the one who was named cannot take it, the chair hears it at once.
 */
export const undecided = (issue: Issue, circumstances: Circumstances): readonly Step[] => {
  const { decision, severity, state } = issue
  if (!decision || state !== 'claimed') return []
  const { council } = circumstances
  const { id, why, at, votes } = decision
  const { alone, together } = decidersOf(issue, circumstances)
  const { amount, unit } = council.rules.claimWithin[severity]
  const after = (factor: number): Date =>
    factor === 0 ? at : addWorkingTime(calendarOf(council, undefined, severity), at, { amount: amount * factor, unit })
  const step = (name: string, factor: number, persons: readonly PersonId[]): Step => ({
    kind: 'decision',
    state: `${id}:${name}`,
    dueAt: after(factor),
    persons,
  })
  const [first, second] = alone
  const silent = together.filter((person) => !votes.some(({ by }) => by === person))
  return [
    ...(first === undefined ? [] : [step('chair', why === 'named_cannot' ? 0 : 0.5, [first])]),
    ...(second === undefined ? [] : [step('deputy', 1, [second])]),
    ...(first === undefined && silent.length > 0 ? [step('members', 1, silent)] : []),
    step('council', 2, [theCouncil]),
  ]
}
