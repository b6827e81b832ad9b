import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Calendar, weekdays } from '#domain/time/calendar.ts'
import { addWorkingTime, isWorkingAt, nextWorkingInstant, workingMillisBetween } from '#domain/time/working-time.ts'

const minuteMs = 60_000
const dayMs = 1440 * minuteMs

/** Days around which clocks change, dates vanish or nothing happens. */
const changes = [
  ['Europe/Berlin', '2026-03-29'],
  ['Europe/Berlin', '2026-10-25'],
  ['America/New_York', '2026-11-01'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['America/Santiago', '2026-04-05'],
  ['America/Santiago', '2026-09-06'],
  ['America/Havana', '2026-11-01'],
  ['Asia/Beirut', '2026-03-29'],
  ['Asia/Beirut', '2026-10-25'],
  ['America/Nuuk', '2026-10-25'],
  ['Pacific/Apia', '2011-12-30'],
  ['Asia/Kathmandu', '2026-06-01'],
  ['Pacific/Kiritimati', '2026-12-31'],
  ['Pacific/Pago_Pago', '2026-12-31'],
  ['Europe/Berlin', '2027-01-01'],
  ['UTC', '2028-02-29'],
] as const

const situation = fc.constantFrom(...changes).chain(([timeZone, date]) => {
  const around = Date.parse(date)
  return fc.record({
    calendar: fc.record({
      timeZone: fc.constant(timeZone),
      hours: fc
        .record({
          days: fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1 }),
          from: fc.integer({ min: 0, max: 1439 }),
          length: fc.integer({ min: 1, max: 1440 }),
        })
        .map(({ days, from, length }) => ({ days, from, to: Math.min(1440, from + length) })),
      holidays: fc.constantFrom<string[]>([], [date]),
      publicHolidays: fc.constantFrom<string[]>([], [date]),
    }),
    from: fc.integer({ min: -2160, max: 1440 }).map((minutes) => new Date(around + minutes * minuteMs)),
    minutes: fc.integer({ min: 0, max: 4000 }),
  })
})

type Reading = readonly [date: string, minute: number]

const readings = new Map<string, Reading>()

/** The clock on the wall, read by another road than the product's and remembered, because every minute is asked for. */
const read = (timeZone: string) => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  return (at: number): Reading => {
    const key = `${timeZone} ${at}`
    const known = readings.get(key)
    if (known) return known
    const [date = '', time = ''] = format.format(at).split(' ')
    const reading: Reading = [date, Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))]
    readings.set(key, reading)
    return reading
  }
}

/** Every working minute that starts in [from, to): a day opens and closes when its clock first shows the time or later. */
const slowMinutes = (calendar: Calendar, from: Date, to: Date): number[] => {
  if (calendar.hours === 'always') return []
  const { days, from: opening, to: closing } = calendar.hours
  const opened = new Set<string>()
  const closed = new Set<string>()
  const found: number[] = []
  const clock = read(calendar.timeZone)
  let newest = ''
  for (let at = from.getTime() - 2 * dayMs; at < to.getTime(); at += minuteMs) {
    const [date, minute] = clock(at)
    if (date > newest) {
      closed.add(newest)
      newest = date
    }
    if (minute >= opening) opened.add(date)
    if (minute >= closing) closed.add(date)
    const weekday = weekdays[(new Date(date).getUTCDay() + 6) % 7] ?? 'mon'
    const works = days.includes(weekday) && ![...calendar.holidays, ...(calendar.publicHolidays ?? [])].includes(date)
    if (works && opened.has(date) && !closed.has(date) && at >= from.getTime()) found.push(at)
  }
  return found
}

describe('working time agrees with counting every minute', () => {
  it('between two instants', () => {
    fc.assert(
      fc.property(situation, ({ calendar, from, minutes }) => {
        const to = new Date(from.getTime() + minutes * minuteMs)
        const counted = slowMinutes(calendar, from, to).length
        expect(workingMillisBetween(calendar, from, to)).toBe(counted * minuteMs)
      }),
      { numRuns: 150 },
    )
  })
  it('when asking whether now is one, and which is the next', () => {
    fc.assert(
      fc.property(situation, ({ calendar, from }) => {
        const [first] = slowMinutes(calendar, from, new Date(from.getTime() + 3 * dayMs))
        expect(isWorkingAt(calendar, from)).toBe(first === from.getTime())
        if (first !== undefined) expect(nextWorkingInstant(calendar, from).getTime()).toBe(first)
      }),
      { numRuns: 100 },
    )
  })
  it('when adding minutes: the sum ends with the last of them', () => {
    fc.assert(
      fc.property(situation, ({ calendar, from, minutes }) => {
        const working = slowMinutes(calendar, from, new Date(from.getTime() + 3 * dayMs))
        const amount = 1 + (minutes % 600)
        fc.pre(amount <= working.length)
        const end = addWorkingTime(calendar, from, { amount, unit: 'm' })
        expect(end.getTime()).toBe((working[amount - 1] ?? 0) + minuteMs)
      }),
      { numRuns: 100 },
    )
  })
})

describe('adding working time', () => {
  const units = fc.constantFrom('s', 'm', 'h', 'd' as const)
  it('is undone by measuring it, for every unit but days', () => {
    fc.assert(
      fc.property(situation, ({ calendar, from, minutes }) => {
        const end = addWorkingTime(calendar, from, { amount: minutes, unit: 'm' })
        expect(workingMillisBetween(calendar, from, end)).toBe(minutes * minuteMs)
      }),
    )
  })
  it('never goes back and never shrinks when there is more of it', () => {
    fc.assert(
      fc.property(situation, units, fc.nat(20), fc.nat(20), ({ calendar, from }, unit, some, more) => {
        const less = addWorkingTime(calendar, from, { amount: some, unit })
        const end = addWorkingTime(calendar, from, { amount: some + more, unit })
        expect(less.getTime()).toBeGreaterThanOrEqual(from.getTime())
        expect(end.getTime()).toBeGreaterThanOrEqual(less.getTime())
      }),
    )
  })
  it('of days one after the other is the same as at once, away from changing clocks', () => {
    const quiet = situation.filter(({ calendar }) => ['UTC', 'Asia/Kathmandu'].includes(calendar.timeZone))
    fc.assert(
      fc.property(quiet, fc.nat(6), fc.nat(6), ({ calendar, from }, a, b) => {
        const first = addWorkingTime(calendar, from, { amount: a, unit: 'd' })
        const both = addWorkingTime(calendar, first, { amount: b, unit: 'd' })
        expect(both).toEqual(addWorkingTime(calendar, from, { amount: a + b, unit: 'd' }))
      }),
    )
  })
})
