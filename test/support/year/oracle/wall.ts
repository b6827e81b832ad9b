import type { Calendar, Duration } from '#domain/time/calendar.ts'

// A slow reading of clocks on walls, minute by minute: it shares nothing with the product's reckoning of working time.

export const minute = 60_000
const quarter = 15 * minute
const longest = 60 * 24 * 60

/** What the clock on the wall shows. */
type Wall = { readonly date: string; readonly weekday: string; readonly minute: number }

const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const readings = new Map<string, { format: Intl.DateTimeFormat; offsets: Map<number, number> }>()

/** How far the wall is from UTC; no zone changes it but at a full quarter of an hour. */
const offset = (timeZone: string, at: number): number => {
  const format = () =>
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' })
  const reading = readings.get(timeZone) ?? { format: format(), offsets: new Map<number, number>() }
  readings.set(timeZone, reading)
  const from = Math.floor(at / quarter)
  const known = reading.offsets.get(from)
  if (known !== undefined) return known
  const shown = reading.format.format(new Date(from * quarter))
  const found = Date.parse(`${shown.replace(' ', 'T')}Z`) - from * quarter
  reading.offsets.set(from, found)
  return found
}

/** Reads the clock of a zone. */
export const wall = (timeZone: string, at: number): Wall => {
  const shown = new Date(at + offset(timeZone, at))
  return {
    date: shown.toISOString().slice(0, 10),
    weekday: names[shown.getUTCDay()] ?? '',
    minute: shown.getUTCHours() * 60 + shown.getUTCMinutes(),
  }
}

const isOpenDay = ({ holidays, publicHolidays = [], hours }: Calendar, { date, weekday }: Wall): boolean =>
  hours === 'always' ||
  (hours.days.some((day) => day === weekday) && !holidays.includes(date) && !publicHolidays.includes(date))

/** Whether a calendar, read in this zone, works at an instant. */
export const isOpen = (calendar: Calendar, timeZone: string, at: number): boolean => {
  const { hours } = calendar
  if (hours === 'always') return true
  const shown = wall(timeZone, at)
  return shown.minute >= hours.from && shown.minute < hours.to && isOpenDay(calendar, shown)
}

const nextMinute = (at: number): number => Math.floor(at / minute) * minute + minute

/** The first instant from `at` on for which it holds, at the beginning of a minute unless it is `at`. */
export const firstFrom = (at: number, holds: (at: number) => boolean): number => {
  let now = at
  for (let steps = 0; steps < longest; steps += 1) {
    if (holds(now)) return now
    now = nextMinute(now)
  }
  throw new Error(`nothing found in the weeks from ${new Date(at).toISOString()}`)
}

/** The last beginning of a minute before `at` for which it holds. */
export const lastBefore = (at: number, holds: (at: number) => boolean): number => {
  let now = Math.ceil(at / minute) * minute - minute
  for (let steps = 0; steps < longest; steps += 1, now -= minute) if (holds(now)) return now
  throw new Error(`nothing found in the weeks before ${new Date(at).toISOString()}`)
}

const units = { s: 1000, m: minute, h: 60 * minute }

const spend = (calendar: Calendar, from: number, millis: number): number => {
  let now = from
  let left = millis
  while (left > 0) {
    const step = Math.min(nextMinute(now) - now, left)
    if (isOpen(calendar, calendar.timeZone, now)) left -= step
    now += isOpen(calendar, calendar.timeZone, now) ? step : nextMinute(now) - now
  }
  return now
}

const plusDays = (calendar: Calendar, from: number, amount: number): number => {
  const { timeZone } = calendar
  const start = wall(timeZone, from)
  let now = from
  for (let day = 0; day < Math.floor(amount); day += 1) {
    const { date } = wall(timeZone, now)
    now = firstFrom(now, (at) => {
      const shown = wall(timeZone, at)
      return shown.date !== date && isOpenDay(calendar, shown) && shown.minute === start.minute
    })
  }
  return now === from ? from : now + (from % minute)
}

const known = new WeakMap<Calendar, Map<string, number>>()

/** Working time counted minute by minute; a `d` ends at the same time of the next working day. */
export const plus = (calendar: Calendar, from: number, { amount, unit }: Duration): number => {
  const all = known.get(calendar) ?? new Map<string, number>()
  known.set(calendar, all)
  const name = `${from}+${amount}${unit}`
  const found = all.get(name)
  if (found !== undefined) return found
  const start = firstFrom(from, (at) => isOpen(calendar, calendar.timeZone, at))
  const { hours } = calendar
  const reckon = (): number => {
    if (unit !== 'd') return spend(calendar, start, Math.round(amount * units[unit]))
    if (hours === 'always') return start + amount * 24 * 60 * minute
    const rest = (amount % 1) * (hours.to - hours.from) * minute
    return spend(calendar, plusDays(calendar, start, amount), Math.round(rest))
  }
  const at = reckon()
  all.set(name, at)
  return at
}

/** The instant that leaves so much working time before another. */
export const minus = (calendar: Calendar, at: number, millis: number): number => {
  let now = at
  let left = millis
  while (left > 0) {
    const step = Math.min(now - (Math.ceil(now / minute) * minute - minute), left)
    const earlier = now - step
    if (isOpen(calendar, calendar.timeZone, earlier)) left -= step
    now = earlier
  }
  return now
}
