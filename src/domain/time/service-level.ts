import type { Council } from '../council.ts'
import { departmentOf } from '../council.ts'
import type { Severity } from '../severity.ts'
import type { Calendar } from './calendar.ts'
import { addWorkingTime } from './working-time.ts'

/** When the customer of an issue should have been told: `resolve_within` of the strictest severity, in council hours. */
export const deadlineOf = (council: Council, flaggedAt: Date, strictest: Severity): Date =>
  addWorkingTime(council.calendar, flaggedAt, council.rules.resolveWithin[strictest])

/**
 * The hours in which the rules run for an issue of a department: its own, the council's while no department is responsible,
 * and every hour for an urgent issue where the department names somebody on call.
 */
export const calendarOf = (council: Council, department: string | undefined, severity: Severity): Calendar => {
  const team = departmentOf(council, department)
  if (!team) return council.calendar
  return severity === 'urgent' && team.onCall !== undefined ? { ...team.calendar, hours: 'always' } : team.calendar
}
