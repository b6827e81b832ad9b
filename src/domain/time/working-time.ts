import type { Calendar, Duration } from './calendar.ts'
import { everOpens, hasHours, type WorkingDay, workingDay, workingDaysFrom } from './working-days.ts'
import {
  addLocalDays,
  instantOf,
  type LocalDate,
  localDate,
  startOfLocalDay,
  wallMidnight,
  wallTime,
} from './zoned-time.ts'

const unitMs = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const

const later = (a: Date, b: Date): Date => (a > b ? a : b)

/** The instant itself when the calendar works then, else its next opening. Throws RangeError if it never opens. */
export const nextWorkingInstant = (calendar: Calendar, at: Date): Date => {
  if (!hasHours(calendar)) return at
  for (const day of workingDaysFrom(calendar, localDate(calendar.timeZone, at))) {
    if (day.closes > at) return new Date(later(day.opens, at))
  }
  return at
}

/** Whether the calendar works at an instant: the opening counts, the closing does not. */
export const isWorkingAt = (calendar: Calendar, at: Date): boolean => {
  if (!hasHours(calendar)) return true
  return everOpens(calendar) && nextWorkingInstant(calendar, at).getTime() === at.getTime()
}

/** Working milliseconds from one instant to a later one; 0 when `to` is not later. */
export const workingMillisBetween = (calendar: Calendar, from: Date, to: Date): number => {
  if (to <= from) return 0
  if (!hasHours(calendar)) return to.getTime() - from.getTime()
  const last = addLocalDays(localDate(calendar.timeZone, to), 1)
  let sum = 0
  for (let date = localDate(calendar.timeZone, from); date <= last; date = addLocalDays(date, 1)) {
    const day = workingDay(calendar, date)
    if (!day) continue
    const end = Math.min(day.closes.getTime(), to.getTime())
    sum += Math.max(0, end - later(day.opens, from).getTime())
  }
  return sum
}

const addHours = (days: Iterable<WorkingDay>, from: Date, millis: number): Date => {
  let left = millis
  for (const day of days) {
    const start = later(day.opens, from).getTime()
    const room = day.closes.getTime() - start
    if (left <= room) return new Date(start + left)
    left -= room
  }
  return from
}

const addDays = (calendar: Calendar, from: Date, amount: number): Date => {
  if (!hasHours(calendar)) return new Date(from.getTime() + amount * unitMs.d)
  const { timeZone, hours } = calendar
  const date = localDate(timeZone, from)
  const timeOfDay = wallTime(timeZone, from) - wallMidnight(date)
  const whole = Math.floor(amount)
  let reached = from
  let passed = 0
  for (const day of workingDaysFrom(calendar, addLocalDays(date, 1))) {
    if (passed >= whole) break
    passed += 1
    reached = instantOf(timeZone, wallMidnight(day.date) + timeOfDay)
  }
  const rest = Math.round((amount - whole) * (hours.to - hours.from) * unitMs.m)
  return rest === 0 ? reached : addHours(workingDaysFrom(calendar, localDate(timeZone, reached)), reached, rest)
}

/**
 * The first instant by which that much working time has passed; outside of hours the next opening is the start. A `d` ends
 * at the same time of the next working day, and half a `d` is half of that day's hours. Throws RangeError for a negative
 * or endless amount and for a calendar that never opens.
 */
export const addWorkingTime = (calendar: Calendar, from: Date, { amount, unit }: Duration): Date => {
  if (!(amount >= 0 && amount < Number.POSITIVE_INFINITY)) throw new RangeError(`no working time: ${amount}${unit}`)
  const start = nextWorkingInstant(calendar, from)
  if (unit === 'd') return addDays(calendar, start, amount)
  const millis = Math.round(amount * unitMs[unit])
  if (!hasHours(calendar)) return new Date(start.getTime() + millis)
  return addHours(workingDaysFrom(calendar, localDate(calendar.timeZone, start)), start, millis)
}

/** The closing time on a local date, also on a closed one; `always` ends with the date. */
export const endOfWorkingDay = (calendar: Calendar, date: LocalDate): Date => {
  if (!hasHours(calendar)) return startOfLocalDay(calendar.timeZone, addLocalDays(date, 1))
  return instantOf(calendar.timeZone, wallMidnight(date) + calendar.hours.to * unitMs.m)
}
