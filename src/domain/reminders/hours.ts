import type { Council, PersonId } from '../council.ts'
import { departmentOf, departmentsOfPerson } from '../council.ts'
import type { Circumstances } from '../decisions/decision.ts'
import type { Issue } from '../issue/issue.ts'
import { absenceAt, type Person } from '../people.ts'
import type { Calendar } from '../time/calendar.ts'
import { nextWorkingInstant } from '../time/working-time.ts'
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

/**
 * The first instant from now on at which somebody may be reminded: when they are back, in their hours. Undefined for
 * those who have left, and for those who are away without an end.
 */
export const reachableAt = (
  { council, people, now }: Circumstances,
  person: PersonId,
  anyHour: boolean,
): Date | undefined => {
  const known = people.get(person)
  if (known !== undefined && known.kind !== 'member') return undefined
  const absence = known && absenceAt(known, now)
  if (absence && absence.until === undefined) return undefined
  const from = absence?.until ?? now
  return anyHour ? from : nextWorkingInstant(hoursOf(council, person, known), from)
}
