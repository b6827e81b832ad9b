import type { Council, PersonId } from '../council.ts'
import { departmentOf, departmentsOfPerson } from '../council.ts'
import type { Circumstances } from '../decisions/decision.ts'
import type { Issue } from '../issue/issue.ts'
import { type Absence, absenceAt, type Person } from '../people.ts'
import type { Calendar } from '../time/calendar.ts'
import { nextWorkingInstant } from '../time/working-time.ts'
import { addLocalDays, localDate, startOfLocalDay } from '../time/zoned-time.ts'
import { theCouncil } from './reminder.ts'

const moved = new WeakMap<Calendar, Map<string, Calendar>>()

/** The same hours in another zone; always the same calendar for the same two, because what it says is remembered with it. */
const inZone = (calendar: Calendar, timeZone: string): Calendar => {
  if (calendar.timeZone === timeZone) return calendar
  const known = moved.get(calendar) ?? new Map<string, Calendar>()
  moved.set(calendar, known)
  const found = known.get(timeZone) ?? { ...calendar, timeZone }
  known.set(timeZone, found)
  return found
}

const departmentNaming = (council: Council, person: PersonId): string | undefined =>
  council.journey.flatMap((stage) => stage.owners).find((cell) => cell.owner === person || cell.backup === person)
    ?.department

/** When a person may be reminded: the hours of their department in their own time zone; the council's where they have none. */
export const hoursOf = (council: Council, person: PersonId, known: Person | undefined): Calendar => {
  if (person === theCouncil) return council.calendar
  const own = departmentsOfPerson(council, person)[0] ?? departmentOf(council, departmentNaming(council, person))
  const calendar = own?.calendar ?? council.calendar
  return inZone(calendar, known?.timeZone ?? calendar.timeZone)
}

/** Urgent, and of a department that names somebody on call: its time runs at every hour. */
export const runsAlways = (council: Council, issue: Pick<Issue, 'severity' | 'department'>): boolean =>
  issue.severity === 'urgent' && departmentOf(council, issue.department)?.onCall !== undefined

/** Whether an issue may reach somebody at any hour: the council's channel, and of people only the one who is on call. */
export const atAnyHour = (council: Council, issue: Issue, person: PersonId): boolean =>
  runsAlways(council, issue) && (person === theCouncil || departmentOf(council, issue.department)?.onCall === person)

/** People come back sooner than they said, or did not say when: whether they are here is asked again on each of their days. */
const askedAgain = ({ until }: Absence, { timeZone }: Calendar, now: Date): Date => {
  const tomorrow = startOfLocalDay(timeZone, addLocalDays(localDate(timeZone, now), 1))
  return until !== undefined && until < tomorrow ? until : tomorrow
}

/**
 * The first instant from now on at which somebody may be reminded, in their hours; of those who are away, when that has
 * to be asked again. Undefined for those who have left.
 */
export const reachableAt = (
  { council, people, now }: Circumstances,
  person: PersonId,
  anyHour: boolean,
): Date | undefined => {
  const known = people.get(person)
  if (known !== undefined && known.kind !== 'member') return undefined
  const calendar = hoursOf(council, person, known)
  const absence = known && absenceAt(known, now)
  const from = absence ? askedAgain(absence, calendar, now) : now
  return anyHour ? from : nextWorkingInstant(calendar, from)
}
