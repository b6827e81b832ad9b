import type { PersonId } from '../council.ts'
import { departmentOf } from '../council.ts'
import type { Circumstances, Decision } from '../decisions/decision.ts'
import type { Handover, Issue } from '../issue/issue.ts'
import { type Absence, absenceAt, isReachable } from '../people.ts'
import { maySee } from '../permissions.ts'
import { atAnyHour, hoursOf, reachableAt } from '../reminders/hours.ts'
import type { Calendar } from '../time/calendar.ts'
import { addWorkingTime } from '../time/working-time.ts'
import { withCovers } from './stand-in.ts'

/** An absence up to this long is waited for. */
const shortAbsence = { amount: 1, unit: 'd' } as const

const calendarOf = (issue: Issue, { council }: Circumstances) =>
  departmentOf(council, issue.department)?.calendar ?? council.calendar

/** The absence of the owner for which somebody else should take over: longer than one working day of the department. */
const longAbsence = (issue: Issue, circumstances: Circumstances): Absence | undefined => {
  const { people, now } = circumstances
  const owner = issue.owner === undefined ? undefined : people.get(issue.owner)
  const absence = owner?.kind === 'member' ? absenceAt(owner, now) : undefined
  if (!absence || absence.until === undefined || isBegun(issue, absence)) return absence
  return addWorkingTime(calendarOf(issue, circumstances), now, shortAbsence) < absence.until ? absence : undefined
}

const isBegun = ({ takeOver }: Issue, { since }: Absence): boolean => takeOver?.since.getTime() === since.getTime()

/** Who can take over from an owner, who is away, in order: who covers for them, their lead, the chair; each once. */
const candidates = (issue: Issue, circumstances: Circumstances): readonly PersonId[] => {
  const { council, people, now } = circumstances
  const lead = departmentOf(council, issue.department)?.lead
  const named = [issue.owner, lead, council.chair].filter((person) => person !== undefined)
  const all = new Set(named.flatMap((person) => withCovers(person, circumstances)))
  return [...all].filter((person) => isReachable(people.get(person), now) && maySee(council, issue, person))
}

/** The bot asks of itself, so that it waits for the hours of the one it asks. */
const isInHours = (issue: Issue, person: PersonId, circumstances: Circumstances): boolean => {
  const at = reachableAt(circumstances, person, atAnyHour(circumstances.council, issue, person))
  return at !== undefined && at <= circumstances.now
}

/** What the bot has to do about an issue whose owner is away, or was. */
export type TakeOverDue =
  /** The next one is asked to take over; the one asked before, if any, has not answered. */
  | { readonly kind: 'ask'; readonly person: PersonId; readonly absence: Absence }
  /** The owner is here again: nobody needs to take over. */
  | { readonly kind: 'end' }

/**
 * Whether somebody has to be asked to take an issue over, and who: for an absence of the owner of more than one working
 * day the cover, then the lead, then the chair, each once; the next one when the one asked is silent for `acceptWithin`
 * or goes away too, and each in their working hours. Undefined while there is nothing to do: also while the owner's own handover is pending.
 */
export const takeOverDue = (issue: Issue, circumstances: Circumstances): TakeOverDue | undefined => {
  const { people, now } = circumstances
  const { handover } = issue
  if (handover && handover.pass !== 'away') return undefined
  if (issue.state !== 'claimed' && issue.state !== 'resolved') return undefined
  const absence = longAbsence(issue, circumstances)
  if (!absence) return handover && { kind: 'end' }
  const waiting = handover && handover.dueAt > now && isReachable(people.get(handover.asked), now)
  if (waiting) return undefined
  const asked = isBegun(issue, absence) ? (issue.takeOver?.asked ?? []) : []
  const next = candidates(issue, circumstances).find((person) => !asked.includes(person))
  return next !== undefined && isInHours(issue, next, circumstances)
    ? { kind: 'ask', person: next, absence }
    : undefined
}

/** Who will be asked to take an issue over, one after the other, when nothing happens before; nobody for a short absence. */
export const willBeAsked = (issue: Issue, circumstances: Circumstances): readonly PersonId[] =>
  longAbsence(issue, circumstances) === undefined ? [] : candidates(issue, circumstances)

const withoutHandover = ({ handover: _, ...issue }: Issue): Issue => issue

const ended = (issue: Issue, why: 'back' | 'no_answer', now: Date): Decision => {
  const { handover } = issue
  if (!handover) return { issue, events: [] }
  const event = { kind: 'pass_cancelled', at: now, id: handover.id, department: handover.to, why } as const
  return { issue: withoutHandover(issue), events: [event] }
}

/** The time in which somebody has to answer: their own hours, in which they are asked; every hour where they are on call. */
const timeOf = (issue: Issue, person: PersonId, { council, people }: Circumstances): Calendar => {
  const calendar = hoursOf(council, person, people.get(person))
  return atAnyHour(council, issue, person) ? { ...calendar, hours: 'always' } : calendar
}

const passTo = (
  issue: Issue,
  { person, absence }: Extract<TakeOverDue, { kind: 'ask' }>,
  id: string,
  circumstances: Circumstances,
): Decision => {
  const { council, now } = circumstances
  const department = issue.department ?? ''
  const dueAt = addWorkingTime(timeOf(issue, person, circumstances), now, council.rules.acceptWithin[issue.severity])
  const handover: Handover = {
    id,
    from: department,
    to: department,
    reason: 'away',
    pass: 'away',
    askedBy: issue.owner ?? '',
    asked: person,
    verdict: 'clear',
    at: now,
    dueAt,
  }
  const asked = isBegun(issue, absence) ? (issue.takeOver?.asked ?? []) : []
  return {
    issue: { ...issue, handover, takeOver: { since: absence.since, asked: [...asked, person] } },
    events: [{ kind: 'pass_asked', at: now, id, department, asked: person, why: 'away' }],
  }
}

/** Does what is due about an issue whose owner is away; `id` is for the pass. Undefined when nothing is. */
export const askToTakeOver = (issue: Issue, id: string, circumstances: Circumstances): Decision | undefined => {
  const due = takeOverDue(issue, circumstances)
  if (!due) return undefined
  const free = ended(issue, due.kind === 'end' ? 'back' : 'no_answer', circumstances.now)
  if (due.kind === 'end') return free
  const asking = passTo(free.issue, due, id, circumstances)
  return { issue: asking.issue, events: [...free.events, ...asking.events] }
}
