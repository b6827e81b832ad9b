import { localDate, wallMidnight } from '#domain/time/zoned-time.ts'

const dayMs = 86_400_000

const part = (timeZone: string, at: Date, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, ...options }).format(at)

/** A time of day, like “14:00”. */
const clock = (timeZone: string, at: Date): string =>
  part(timeZone, at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/**
 * A day that still reads right when it is read later: “Thursday” within six days of `now`, else “3 December”, with the
 * year when it is another one.
 */
export const day = (timeZone: string, at: Date, now: Date): string => {
  const [date, today] = [localDate(timeZone, at), localDate(timeZone, now)]
  const away = Math.abs(wallMidnight(date) - wallMidnight(today)) / dayMs
  if (away < 7) return part(timeZone, at, { weekday: 'long' })
  const sameYear = date.slice(0, 4) === today.slice(0, 4)
  return part(timeZone, at, { day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) })
}

/** The day that ends at an instant: a deadline at midnight belongs to the day before. */
export const dayUntil = (timeZone: string, end: Date, now: Date): string =>
  day(timeZone, new Date(end.getTime() - 1), now)

/** “Tuesday at 14:00”, for what is read on another day than it was written. */
export const dayAndTime = (timeZone: string, at: Date, now: Date): string =>
  `${day(timeZone, at, now)} at ${clock(timeZone, at)}`

/** “14:00” today, “Tuesday 14:00” on another day. */
export const moment = (timeZone: string, at: Date, now: Date): string => {
  const time = clock(timeZone, at)
  return localDate(timeZone, at) === localDate(timeZone, now) ? time : `${day(timeZone, at, now)} ${time}`
}
