import type { PersonId } from '../council.ts'
import type { Circumstances } from '../decisions/decision.ts'
import { ladderOf } from '../escalation.ts'
import type { Issue } from '../issue/issue.ts'
import type { Calendar } from '../time/calendar.ts'
import { hasHours, workingDay } from '../time/working-days.ts'
import { addLocalDays, localDate } from '../time/zoned-time.ts'
import { consultSteps } from './consults.ts'
import { handover, question } from './handing-over.ts'
import { hoursOf } from './hours.ts'
import { undecided } from './moving/undecided.ts'
import { quietAt, untoldAt } from './quiet.ts'
import { type Step, theCouncil } from './reminder.ts'
import { wait } from './wait.ts'

const hourMs = 3_600_000

/** How long before it is broken a promise is spoken of where every hour is a working hour, or the day has begun. */
const shortlyBefore = { always: 4 * hourMs, today: hourMs } as const

const unclaimed = (issue: Issue, { council }: Circumstances): readonly Step[] =>
  ladderOf(council, issue).map(({ name, person, dueAt }) => ({
    kind: 'unclaimed',
    state: `${issue.ask?.round}:${name}`,
    dueAt,
    persons: [person ?? theCouncil],
  }))

const quiet = (issue: Issue, { council }: Circumstances): readonly Step[] => {
  const dueAt = quietAt(council, issue)
  return dueAt === undefined || issue.owner === undefined
    ? []
    : [{ kind: 'quiet', state: issue.lastUpdateAt.toISOString(), dueAt, persons: [issue.owner] }]
}

/** Solved is not told: nothing ends without the customer hearing of it. A promise to them has reminders of its own. */
const untold = (issue: Issue, { council }: Circumstances): readonly Step[] => {
  const dueAt = untoldAt(council, issue)
  return dueAt === undefined || issue.owner === undefined || issue.promiseBy !== undefined
    ? []
    : [{ kind: 'untold', state: issue.lastUpdateAt.toISOString(), dueAt, persons: [issue.owner] }]
}

/** The opening of the last working day that begins before an instant. */
const openingBefore = (calendar: Calendar, at: Date): Date | undefined => {
  if (!hasHours(calendar)) return new Date(at.getTime() - shortlyBefore.always)
  const today = localDate(calendar.timeZone, at)
  for (let back = 0; back <= 14; back += 1) {
    const day = workingDay(calendar, addLocalDays(today, -back))
    if (day && day.opens < at) return day.opens
  }
  return undefined
}

/** In the morning of the day it is due; an hour before it where the owner has been at it since then. */
const beforePromise = (
  issue: Issue,
  by: Date,
  owner: PersonId,
  { council, people }: Circumstances,
): Date | undefined => {
  const opening = openingBefore(hoursOf(council, owner, people.get(owner)), by)
  if (opening !== undefined && opening > issue.lastUpdateAt) return opening
  const shortly = new Date(by.getTime() - shortlyBefore.today)
  return shortly > issue.lastUpdateAt ? shortly : undefined
}

const promise = (issue: Issue, circumstances: Circumstances): readonly Step[] => {
  const { promiseBy, owner, state } = issue
  if (promiseBy === undefined || owner === undefined || (state !== 'claimed' && state !== 'resolved')) return []
  const of = (name: string, dueAt: Date): Step => ({
    kind: 'promise',
    state: `${promiseBy.toISOString()}:${name}`,
    dueAt,
    persons: [owner],
  })
  const before = beforePromise(issue, promiseBy, owner, circumstances)
  return [...(before === undefined ? [] : [of('before', before)]), of('passed', promiseBy)]
}

/** The instant that leaves an hour of working time before another one. */
const anHourBefore = (calendar: Calendar, at: Date): Date => {
  const plain = new Date(at.getTime() - hourMs)
  if (!hasHours(calendar)) return plain
  const day = workingDay(calendar, localDate(calendar.timeZone, at))
  if (!day || plain >= day.opens) return plain
  const missing = hourMs - (at.getTime() - day.opens.getTime())
  for (let back = 1; back <= 60; back += 1) {
    const earlier = workingDay(calendar, addLocalDays(day.date, -back))
    if (earlier) return new Date(Math.max(earlier.opens.getTime(), earlier.closes.getTime() - missing))
  }
  return plain
}

const unrouted = (issue: Issue, { council }: Circumstances): readonly Step[] => {
  const { state, routeBy } = issue
  if (state !== 'flagged' || routeBy === undefined) return []
  const { chair, deputy } = council
  const persons = deputy === undefined || deputy === chair ? [chair] : [chair, deputy]
  return [{ kind: 'unrouted', state: routeBy.toISOString(), dueAt: anHourBefore(council.calendar, routeBy), persons }]
}

/** What is reminded of as long as an issue stays as it is, thing by thing, each in the order of time. */
export const stepsOf = (issue: Issue, circumstances: Circumstances): readonly (readonly Step[])[] =>
  [
    ...[unclaimed, quiet, untold, handover, question, promise, unrouted, wait, undecided].map((kind) =>
      kind(issue, circumstances),
    ),
    ...consultSteps(issue, circumstances),
  ].filter((steps) => steps.length > 0)
