import { weekdays } from '../time/calendar.ts'
import { addLocalDays, type LocalDate, wallMidnight } from '../time/zoned-time.ts'

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const

const twoDigits = (value: number): string => `${value}`.padStart(2, '0')

/** The date, when there is such a day. */
const dateOf = (year: number, month: number, day: number): LocalDate | undefined => {
  const date = `${`${year}`.padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`
  try {
    wallMidnight(date)
    return date
  } catch {
    return undefined
  }
}

/** A year that was not named is this one, or the next where the day has passed long ago. */
const inAYear = (year: string | undefined, month: number, day: number, today: LocalDate): LocalDate | undefined => {
  if (year !== undefined) return dateOf(Number(year.length === 2 ? `20${year}` : year), month, day)
  const thisYear = Number(today.slice(0, 4))
  const date = dateOf(thisYear, month, day)
  const longAgo = date !== undefined && wallMidnight(today) - wallMidnight(date) > 180 * 86_400_000
  return date === undefined || longAgo ? dateOf(thisYear + 1, month, day) : date
}

/** “mon”, “monday”: the next one after today. */
const weekday = (word: string, today: LocalDate): LocalDate | undefined => {
  const index = weekdays.findIndex((short) => word === short || (word.length > 3 && longDay(short).startsWith(word)))
  if (index < 0) return undefined
  const now = (new Date(wallMidnight(today)).getUTCDay() + 6) % 7
  return addLocalDays(today, (index - now + 7) % 7 || 7)
}

const longDay = (short: (typeof weekdays)[number]): string =>
  ({
    mon: 'monday',
    tue: 'tuesday',
    wed: 'wednesday',
    thu: 'thursday',
    fri: 'friday',
    sat: 'saturday',
    sun: 'sunday',
  })[short]

/** “3 December”, “3. dec 2026”, “December 3”, “Dec 3rd, 2026”. */
const named = (words: string, today: LocalDate): LocalDate | undefined => {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|\.)?(?: of)? ([a-z]{3,9})\.?,?(?: (\d{4}))?$/.exec(words)
  const monthFirst = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th|\.)?,?(?: (\d{4}))?$/.exec(words)
  const [day, word, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]]
  if (day === undefined || word === undefined) return undefined
  const month = months.findIndex((name) => name.startsWith(word)) + 1
  return month === 0 ? undefined : inAYear(year, month, Number(day), today)
}

/** “2026-12-03”, “3.12.”, “3.12.2026”. Days before months: with slashes nobody knows which is which. */
const numbers = (words: string, today: LocalDate): LocalDate | undefined => {
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words) ?? []
  if (isoYear !== undefined) return dateOf(Number(isoYear), Number(isoMonth), Number(isoDay))
  const [, day, month, year] = /^(\d{1,2})\. ?(\d{1,2})\.? ?(\d{4}|\d{2})?$/.exec(words) ?? []
  return day === undefined ? undefined : inAYear(year, Number(month), Number(day), today)
}

const relative = new Map([
  ['today', 0],
  ['tonight', 0],
  ['tomorrow', 1],
  ['yesterday', -1],
])

/**
 * The day that somebody means by what they typed: a date as 2026-12-03, 3.12., 3 December or December 3, a weekday (the
 * next one after today), today, tomorrow or yesterday; undefined for anything else. `today` is theirs.
 */
export const readDay = (typed: string, today: LocalDate): LocalDate | undefined => {
  const words = typed
    .trim()
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replace(/^(?:on|next) /, '')
    .replace(/[!;,]+$/, '')
  const days = relative.get(words)
  if (days !== undefined) return addLocalDays(today, days)
  return numbers(words, today) ?? weekday(words.replace(/\.$/, ''), today) ?? named(words, today)
}
