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

/** “Tuesday 14:00”, for a line of a story, which is read on other days too. */
export const dayAndTime = (timeZone: string, at: Date, now: Date): string =>
  `${day(timeZone, at, now)} ${clock(timeZone, at)}`

/** “CET”: the short name of a zone at an instant, for those who may live in another one. */
export const zoneName = (timeZone: string, at: Date): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'short' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone

/** “14:00” today, “Tuesday 14:00” on another day. */
export const moment = (timeZone: string, at: Date, now: Date): string => {
  const time = clock(timeZone, at)
  return localDate(timeZone, at) === localDate(timeZone, now) ? time : `${day(timeZone, at, now)} ${time}`
}
