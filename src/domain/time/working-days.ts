import { type Calendar, weekdays } from './calendar.ts'
import { addLocalDays, instantOf, type LocalDate, wallMidnight } from './zoned-time.ts'

const minuteMs = 60_000

/** The hours of one working day, opening included and closing not. */
export type WorkingDay = { readonly date: LocalDate; readonly opens: Date; readonly closes: Date }

type OpenCalendar = Calendar & { readonly hours: Exclude<Calendar['hours'], 'always'> }

/** Whether a calendar has hours at all, rather than being open always. */
export const hasHours = (calendar: Calendar): calendar is OpenCalendar => calendar.hours !== 'always'

const weekdayOf = (date: LocalDate) => weekdays[(new Date(wallMidnight(date)).getUTCDay() + 6) % 7] ?? 'mon'

const isHoliday = ({ holidays, publicHolidays = [] }: Calendar, date: LocalDate): boolean =>
  holidays.includes(date) || publicHolidays.includes(date)

const memo = new WeakMap<Calendar, Map<LocalDate, WorkingDay | undefined>>()

const compute = (calendar: OpenCalendar, date: LocalDate): WorkingDay | undefined => {
  const { timeZone, hours } = calendar
  if (!hours.days.includes(weekdayOf(date)) || isHoliday(calendar, date)) return undefined
  const midnight = wallMidnight(date)
  const opens = instantOf(timeZone, midnight + hours.from * minuteMs)
  const closes = instantOf(timeZone, midnight + hours.to * minuteMs)
  return opens < closes ? { date, opens, closes } : undefined
}

/** The hours of a local date, or undefined when the calendar is closed on it or the clock skips all of them. */
export const workingDay = (calendar: OpenCalendar, date: LocalDate): WorkingDay | undefined => {
  const days = memo.get(calendar) ?? new Map<LocalDate, WorkingDay | undefined>()
  memo.set(calendar, days)
  if (!days.has(date)) days.set(date, compute(calendar, date))
  return days.get(date)
}

/** Whether the calendar has an open day on any week without holidays. */
export const everOpens = ({ hours }: OpenCalendar): boolean => hours.days.length > 0 && hours.from < hours.to

/**
 * The working days from a date on, without end. Throws RangeError for a calendar that never opens: a week without an
 * open day needs a holiday or a skipped hour in it, so their number bounds the search.
 */
export function* workingDaysFrom(calendar: OpenCalendar, date: LocalDate): Generator<WorkingDay, never> {
  if (!everOpens(calendar)) throw new RangeError('the calendar has no working hours')
  const patience = 7 * (calendar.holidays.length + (calendar.publicHolidays?.length ?? 0) + 8)
  let closed = 0
  for (let current = date; closed <= patience; current = addLocalDays(current, 1)) {
    const day = workingDay(calendar, current)
    closed = day ? 0 : closed + 1
    if (day) yield day
  }
  throw new RangeError('the calendar does not open again')
}
