import type { PersonId } from '../council.ts'
import { departmentOf } from '../council.ts'
import type { Circumstances } from '../decisions/decision.ts'
import { halfOfTime, standsStill } from '../decisions/moving/handover-clock.ts'
import type { Issue } from '../issue/issue.ts'
import { calendarOf } from '../time/service-level.ts'
import { addWorkingTime } from '../time/working-time.ts'
import type { Step } from './reminder.ts'

/** What the bot asks for itself, because the owner is away, is said here at once; it goes on to the next person by itself. */
const pass = (issue: Issue, { council }: Circumstances): readonly Step[] => {
  const { handover: pending } = issue
  if (!pending) return []
  if (pending.pass === 'away')
    return [{ kind: 'handover', state: `${pending.id}:asked`, dueAt: pending.at, persons: [pending.asked] }]
  const { id, to, asked, dueAt } = pending
  const half = halfOfTime(council, issue, pending) ?? dueAt
  const lead = departmentOf(council, to)?.lead
  const dueAtHalf = new Date(Math.min(half.getTime(), dueAt.getTime()))
  const first: Step = { kind: 'handover', state: `${id}:half`, dueAt: dueAtHalf, persons: [asked] }
  if (lead === undefined || lead === asked) return [first]
  return [first, { kind: 'handover', state: `${id}:whole`, dueAt, persons: [lead] }]
}

/**
 * Whoever is asked to accept is reminded once, at half of their time; for a handover to another department somebody else
 * is asked at the end of it, which is no reminder, and after which it is too late for one. Nobody is reminded while the
 * sender has to answer a question.
 */
export const handover = (issue: Issue, circumstances: Circumstances): readonly Step[] => {
  const { handover: pending } = issue
  if (!pending) return []
  if (pending.pass !== undefined) return pass(issue, circumstances)
  const { id, asked, leadAsked } = pending
  const dueAt = standsStill(pending) ? undefined : halfOfTime(circumstances.council, issue, pending)
  const of = (name: string, at: Date | undefined, persons: readonly PersonId[]): readonly Step[] =>
    at === undefined ? [] : [{ kind: 'handover', state: `${id}:${name}`, dueAt: at, persons }]
  return [...of('half', dueAt, [asked]), ...of('asked_instead', leadAsked?.at, [])]
}

/** Whoever was asked first is reminded to answer at half of `answerWithin`, and then their lead, or the chair. */
export const question = (issue: Issue, { council }: Circumstances): readonly Step[] => {
  const { handover: pending, department, severity } = issue
  if (!pending?.question || !standsStill(pending)) return []
  const { to, at } = pending.question
  const { amount, unit } = council.rules.answerWithin[severity]
  const calendar = calendarOf(council, department, severity)
  const after = (part: number): Date => addWorkingTime(calendar, at, { amount: amount * part, unit })
  const of = (name: string, dueAt: Date, person: PersonId): Step => ({
    kind: 'question',
    state: `${pending.id}:${name}`,
    dueAt,
    persons: [person],
  })
  const lead = departmentOf(council, department)?.lead ?? council.chair
  const next = lead === to ? council.chair : lead
  return [of('half', after(0.5), to), ...(next === to ? [] : [of('whole', after(1), next)])]
}
