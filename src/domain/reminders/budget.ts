import type { Calendar } from '../time/calendar.ts'
import { hasHours, workingDay } from '../time/working-days.ts'
import { nextWorkingInstant } from '../time/working-time.ts'
import { addLocalDays, localDate, startOfLocalDay } from '../time/zoned-time.ts'

/** How many messages of reminders a person got on one of their days. */
export type Spent = { readonly day: string; readonly count: number }

/** Whether one more may be sent now, as the how-manieth of which day; otherwise from when on. */
export type Allowance =
  | { readonly allowed: true; readonly day: string; readonly number: number }
  | { readonly allowed: false; readonly from: Date }

/** The last of several is kept for what is urgent. */
const regular = (perDay: number): number => Math.max(1, perDay - 1)

/** The n-th share of a person's day, so that a busy morning leaves something for the afternoon. */
const shareOf = (calendar: Calendar, day: string, n: number, of: number): Date => {
  const hours = hasHours(calendar) ? workingDay(calendar, day) : undefined
  const begins = hours?.opens ?? startOfLocalDay(calendar.timeZone, day)
  const ends = hours?.closes ?? startOfLocalDay(calendar.timeZone, addLocalDays(day, 1))
  return new Date(begins.getTime() + Math.floor((n / of) * (ends.getTime() - begins.getTime())))
}

/**
 * The budget of a person's day: never more than `perDay` messages of reminders; the last of them, if there are several,
 * only for what is urgent, which need not wait for its share of the day either.
 */
export const allowance = (
  calendar: Calendar,
  perDay: number,
  spent: readonly Spent[],
  urgent: boolean,
  now: Date,
): Allowance => {
  const day = localDate(calendar.timeZone, now)
  const count = Math.max(0, ...spent.filter((one) => one.day === day).map((one) => one.count))
  const allowed = { allowed: true, day, number: count + 1 } as const
  const most = urgent ? perDay : regular(perDay)
  if (count >= most) {
    const tomorrow = startOfLocalDay(calendar.timeZone, addLocalDays(day, 1))
    return { allowed: false, from: nextWorkingInstant(calendar, tomorrow) }
  }
  if (urgent || count === 0) return allowed
  const from = shareOf(calendar, day, count, most)
  return from <= now ? allowed : { allowed: false, from: nextWorkingInstant(calendar, from) }
}
