import type { Council } from '../../council.ts'
import { departmentOf } from '../../council.ts'
import { DomainError } from '../../errors.ts'
import type { Issue } from '../../issue/issue.ts'
import type { Calendar } from '../../time/calendar.ts'
import { addWorkingTime, nextWorkingInstant } from '../../time/working-time.ts'
import { addLocalDays, type LocalDate, localDate, startOfLocalDay } from '../../time/zoned-time.ts'

/** Nothing waits for longer without anybody looking at it. */
const mostDays = 180

/** In so many working days somebody looks again where nobody says otherwise. */
const usualDays = { low: 3, normal: 3, high: 1, urgent: 1 } as const

const calendarOf = (council: Council, issue: Pick<Issue, 'department'>): Calendar =>
  departmentOf(council, issue.department)?.calendar ?? council.calendar

/** The day on which to look again, where nobody says otherwise. */
export const usualWakeUp = (council: Council, issue: Pick<Issue, 'department' | 'severity'>, now: Date): LocalDate => {
  const calendar = calendarOf(council, issue)
  const tomorrow = addLocalDays(localDate(calendar.timeZone, now), 1)
  const later = localDate(
    calendar.timeZone,
    addWorkingTime(calendar, now, { amount: usualDays[issue.severity], unit: 'd' }),
  )
  return [tomorrow, later].toSorted().at(-1) ?? tomorrow
}

/**
 * When the owner's department begins to work on that day, or next after it. Throws `bad_date` for today and before,
 * `wait_too_long` for more than half a year ahead.
 */
export const wakeUpAt = (council: Council, issue: Pick<Issue, 'department'>, date: LocalDate, now: Date): Date => {
  const calendar = calendarOf(council, issue)
  const today = localDate(calendar.timeZone, now)
  if (date <= today) throw new DomainError('bad_date', {}, { field: 'wake_up' })
  if (date > addLocalDays(today, mostDays)) throw new DomainError('wait_too_long', {}, { field: 'wake_up' })
  return nextWorkingInstant(calendar, startOfLocalDay(calendar.timeZone, date))
}
