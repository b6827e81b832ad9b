import type { Duration, Weekday } from '#domain/time/calendar.ts'
import { weekdays } from '#domain/time/calendar.ts'
import { wallMidnight } from '#domain/time/zoned-time.ts'

const secondsPerUnit = { s: 1, m: 60, h: 3600, d: 86_400 } as const
const longestDays = 366

/** `30m`, `2h`, `1.5d`; more than a year, nothing, and two units at once are no durations. */
export const parseDuration = (text: string): Duration | undefined => {
  const [, digits, letter] = /^(\d+(?:\.\d+)?) ?([smhd])$/.exec(text.trim()) ?? []
  if (!digits || !letter) return undefined
  const unit = letter as Duration['unit']
  const amount = Number(digits)
  const days = (amount * secondsPerUnit[unit]) / secondsPerUnit.d
  return amount > 0 && days <= longestDays ? { amount, unit } : undefined
}

/** `2y` or `90d`. */
export const parseRetention = (text: string): { amount: number; unit: 'd' | 'y' } | undefined => {
  const [, digits, unit] = /^(\d{1,5}) ?([dy])$/.exec(text.trim()) ?? []
  return Number(digits) > 0 && (unit === 'd' || unit === 'y') ? { amount: Number(digits), unit } : undefined
}

/** `80%` or `0.8`, as a share from 0 to 1. A bare 80 could mean either, so it is none. */
export const parseShare = (text: string): number | undefined => {
  const [, digits, percent] = /^(\d*\.?\d+(?:e-\d+)?) ?(%?)$/.exec(text.trim()) ?? []
  if (!digits) return undefined
  const share = percent ? Number(digits) / 100 : Number(digits)
  return share <= 1 ? share : undefined
}

/** `9:00` or `17:30`, up to `24:00`, as minutes after midnight. */
export const parseClock = (text: string): number | undefined => {
  const [, hours, minutes] = /^(\d{1,2}):([0-5]\d)$/.exec(text.trim()) ?? []
  const total = Number(hours) * 60 + Number(minutes)
  return total <= 1440 ? total : undefined
}

/** A date that exists, `YYYY-MM-DD`. */
export const parseDate = (text: string): string | undefined => {
  const date = text.trim()
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return undefined
  try {
    wallMidnight(date)
    return date
  } catch {
    return undefined
  }
}

/** `mon`, `Mon` or `Monday`. */
export const parseWeekday = (text: string): Weekday | undefined => {
  const day = text.trim().toLowerCase()
  return weekdays.find((short) => short === day || (day.startsWith(short) && longDays.has(day)))
}

const longDays = new Set(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'])

/** The name of an emoji, colons taken off. */
export const parseEmoji = (text: string): string | undefined =>
  /^:?([\p{Ll}\p{Lo}\p{M}\p{N}_+'-]{1,100}):?$/u.exec(text.trim())?.[1]

export const parseWhole = (text: string): number | undefined =>
  /^\d{1,2}$/.test(text.trim()) ? Number(text) : undefined

/** A whole number of something that there is at least one of. */
export const parseCount = (text: string): number | undefined => {
  const count = parseWhole(text)
  return count === 0 ? undefined : count
}

export const parsePersonId = (text: string): string | undefined => /^[UW][A-Z0-9]{1,20}$/.exec(text.trim())?.[0]

export const parseChannelId = (text: string): string | undefined => /^[CG][A-Z0-9]{1,20}$/.exec(text.trim())?.[0]

/** One word that commands and menus can carry. */
export const parseKey = (text: string): string | undefined => /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]{0,39}$/u.exec(text)?.[0]

/** A name of one line that fits into a Slack menu. */
export const parseName = (text: string): string | undefined =>
  text.trim() !== '' && text.length <= 75 && !/[\p{Cc}\u2028\u2029]/u.test(text) ? text : undefined
