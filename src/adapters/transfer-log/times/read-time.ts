import { type DayOrder, dateIn } from './read-date.ts'

/** An instant in milliseconds since 1970, and the distance from UTC in minutes that was written with it, if any. */
export type Moment = { readonly at: number; readonly offset?: number }

/** Whether nothing is written where a time could be. */
export const isNoValue = (text: string): boolean => /^\s*(?:null|\?|-|n\/a)?\s*$/i.test(text)

const digit = (text: string, at: number): number => {
  const code = text.charCodeAt(at) - 48
  return code >= 0 && code <= 9 ? code : Number.NaN
}

const two = (text: string, at: number): number => digit(text, at) * 10 + digit(text, at + 1)

/** `2016-02-29T01:16:00`, with a blank instead of the T as well: most exports write it, so it is read quickest. */
const plainIso = (text: string): number | undefined => {
  if (text.length !== 19 || text[4] !== '-' || text[7] !== '-' || text[13] !== ':' || text[16] !== ':') return undefined
  if (text[10] !== 'T' && text[10] !== ' ') return undefined
  const [year, month, day] = [two(text, 0) * 100 + two(text, 2), two(text, 5), two(text, 8)]
  const [hour, minute, second] = [two(text, 11), two(text, 14), two(text, 17)]
  if (!(month >= 1 && month <= 12 && day >= 1 && hour <= 23 && minute <= 59 && second <= 59)) return undefined
  if (day > 28 && new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day) return undefined
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

const clock =
  /^(?:[T,\s]|at\b)*(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?\s*([ap])?\.?(?:m\.?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/i

const hourOf = (written: number, half: string | undefined): number => {
  if (half === undefined) return written <= 23 ? written : Number.NaN
  if (written < 1 || written > 12) return Number.NaN
  return (written % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
}

const offsetOf = (zone: string | undefined): number | undefined => {
  if (zone === undefined) return undefined
  if (!/^[+-]/.test(zone)) return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(':', '') || 0)
  return zone.startsWith('-') ? -minutes : minutes
}

/** The time of the day behind a date, in milliseconds, and its distance from UTC; undefined when it is none. */
const clockIn = (text: string): Moment | undefined => {
  if (text.trim() === '') return { at: 0 }
  const [, hours, minutes, seconds = '0', fraction = '', half, zone] = clock.exec(text) ?? []
  const hour = hourOf(Number(hours), half)
  if (!(hour <= 23 && Number(minutes) <= 59 && Number(seconds) <= 59)) return undefined
  const thousandths = Math.floor(Number(`0.${fraction || 0}`) * 1000)
  const at = ((hour * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + thousandths
  const offset = offsetOf(zone)
  return offset === undefined ? { at } : { at: at - offset * 60_000, offset }
}

/** Seconds or milliseconds since 1970, from 1980 to 2100. */
const epochIn = (text: string): Moment | undefined => {
  if (!/^\d{9,10}(?:\.\d+)?$|^\d{12,13}$/.test(text)) return undefined
  const value = Number(text)
  const at = Math.round(value > 1e11 ? value : value * 1000)
  return at >= 315_532_800_000 && at < 4_102_444_800_000 ? { at, offset: 0 } : undefined
}

/** Days since the end of 1899, as Excel counts them where a cell is not shown as a date; to the second, from 1980 to 2100. */
const excelIn = (text: string): Moment | undefined => {
  if (!/^\d{5}(?:[.,]\d{1,15})?$/.test(text)) return undefined
  const days = Number(text.replace(',', '.'))
  const at = Math.round((days - 25_569) * 86_400) * 1000
  return at >= 315_532_800_000 && at < 4_102_444_800_000 ? { at } : undefined
}

/**
 * Reads a time as service desks write it; undefined when it is none. A time without a zone is taken as it stands, as if
 * it were UTC: only distances between times matter.
 */
export const timeIn = (given: string, order: DayOrder): Moment | undefined => {
  const quick = plainIso(given)
  if (quick !== undefined) return { at: quick }
  const text = given.trim()
  const counted = epochIn(text) ?? excelIn(text)
  if (counted) return counted
  const date = dateIn(text, order)
  const time = date && clockIn(date.rest)
  return date && time ? { ...time, at: date.at + time.at } : undefined
}

const pad = (value: number): string => String(value).padStart(2, '0')

/** A moment as it is written in ISO 8601, with the distance from UTC only where the file had one. */
export const isoOf = ({ at, offset }: Moment): string => {
  const local = new Date(at + (offset ?? 0) * 60_000).toISOString().replace(/(?:\.000)?Z$/, '')
  if (offset === undefined) return local
  if (offset === 0) return `${local}Z`
  const minutes = Math.abs(offset)
  return `${local}${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
}
