import { describe, expect, it } from 'vitest'
import type { Calendar, Duration } from '#domain/time/calendar.ts'
import {
  addWorkingTime,
  endOfWorkingDay,
  isWorkingAt,
  nextWorkingInstant,
  workingMillisBetween,
} from '#domain/time/working-time.ts'

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const
const berlin: Calendar = {
  timeZone: 'Europe/Berlin',
  hours: { days: weekdays, from: 9 * 60, to: 17 * 60 + 30 },
  holidays: ['2026-12-25', '2027-01-01'],
}
const always: Calendar = { ...berlin, hours: 'always' }
const everyDay = (timeZone: string, from: number, to: number): Calendar => ({
  timeZone,
  hours: { days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from, to },
  holidays: [],
})
const duration = (text: string): Duration => ({
  amount: Number(text.slice(0, -1)),
  unit: text.slice(-1) as Duration['unit'],
})
const plus = (calendar: Calendar, from: string, text: string) =>
  addWorkingTime(calendar, new Date(from), duration(text)).toISOString()
const hoursBetween = (calendar: Calendar, from: string, to: string) =>
  workingMillisBetween(calendar, new Date(from), new Date(to)) / 3_600_000

describe('a working day', () => {
  it('from Tuesday 15:00 ends on Wednesday at 15:00', () => {
    expect(plus(berlin, '2026-11-24T15:00:00+01:00', '1d')).toBe('2026-11-25T14:00:00.000Z')
  })
  it('steps over the weekend and over a holiday', () => {
    expect(plus(berlin, '2026-11-27T15:00:00+01:00', '1d')).toBe('2026-11-30T14:00:00.000Z')
    expect(plus(berlin, '2026-12-24T15:00:00+01:00', '1d')).toBe('2026-12-28T14:00:00.000Z')
  })
  it('that begins in the evening, at a weekend or at closing time counts from the next opening', () => {
    expect(plus(berlin, '2026-11-24T21:00:00+01:00', '1d')).toBe('2026-11-26T08:00:00.000Z')
    expect(plus(berlin, '2026-11-28T12:00:00+01:00', '1d')).toBe('2026-12-01T08:00:00.000Z')
    expect(plus(berlin, '2026-11-24T17:30:00+01:00', '1d')).toBe('2026-11-26T08:00:00.000Z')
  })
  it('that begins before the opening counts from the opening', () => {
    expect(plus(berlin, '2026-11-24T06:00:00+01:00', '2d')).toBe('2026-11-26T08:00:00.000Z')
  })
  it('keeps the time on the wall when the clocks change', () => {
    expect(plus(berlin, '2026-03-27T15:00:00+01:00', '1d')).toBe('2026-03-30T13:00:00.000Z')
    expect(plus(everyDay('Europe/Berlin', 0, 1440), '2026-03-28T02:30:00+01:00', '1d')).toBe('2026-03-29T01:00:00.000Z')
    expect(plus(everyDay('Europe/Berlin', 0, 1440), '2026-10-24T02:30:00+02:00', '1d')).toBe('2026-10-25T00:30:00.000Z')
  })
  it('can be halved: half a day is half of that day’s hours', () => {
    expect(plus(berlin, '2026-11-24T09:00:00+01:00', '0.5d')).toBe('2026-11-24T12:15:00.000Z')
    expect(plus(berlin, '2026-11-24T16:30:00+01:00', '1.5d')).toBe('2026-11-26T11:15:00.000Z')
  })
  it('is 24 hours where people work always, holidays or not', () => {
    expect(plus(always, '2026-12-24T15:00:00+01:00', '2d')).toBe('2026-12-26T14:00:00.000Z')
    expect(plus(always, '2026-03-28T15:00:00+01:00', '1d')).toBe('2026-03-29T14:00:00.000Z')
  })
})

describe('working hours', () => {
  it('run out on one day and go on at the next opening', () => {
    expect(plus(berlin, '2026-11-24T16:00:00+01:00', '4h')).toBe('2026-11-25T10:30:00.000Z')
    expect(plus(berlin, '2026-11-27T17:29:30+01:00', '90s')).toBe('2026-11-30T08:01:00.000Z')
  })
  it('that fill a day end when it closes, not when the next one opens', () => {
    expect(plus(berlin, '2026-11-24T09:00:00+01:00', '510m')).toBe('2026-11-24T16:30:00.000Z')
  })
  it('of nothing end at the next working instant', () => {
    expect(plus(berlin, '2026-11-24T12:00:00+01:00', '0h')).toBe('2026-11-24T11:00:00.000Z')
    expect(plus(berlin, '2026-11-28T12:00:00+01:00', '0h')).toBe('2026-11-30T08:00:00.000Z')
  })
  it('cannot be negative or endless', () => {
    expect(() => plus(berlin, '2026-11-24T12:00:00Z', '-1h')).toThrow(RangeError)
    expect(() => plus(berlin, '2026-11-24T12:00:00Z', 'Infinityh')).toThrow(RangeError)
    expect(() => plus(berlin, '2026-11-24T12:00:00Z', 'NaNd')).toThrow(RangeError)
  })
  it('are one hour fewer on the spring day and one more on the autumn day', () => {
    const round = everyDay('Europe/Berlin', 0, 1440)
    expect(hoursBetween(round, '2026-03-29T00:00:00+01:00', '2026-03-30T00:00:00+02:00')).toBe(23)
    expect(hoursBetween(round, '2026-10-25T00:00:00+02:00', '2026-10-26T00:00:00+01:00')).toBe(25)
  })
  it('open when the clock jumps over the opening, and at the first of two openings', () => {
    const early = everyDay('Europe/Berlin', 150, 600)
    expect(nextWorkingInstant(early, new Date('2026-03-29T00:00:00Z')).toISOString()).toBe('2026-03-29T01:00:00.000Z')
    expect(nextWorkingInstant(early, new Date('2026-10-25T00:00:00Z')).toISOString()).toBe('2026-10-25T00:30:00.000Z')
    expect(isWorkingAt(early, new Date('2026-10-25T01:10:00Z'))).toBe(true)
  })
  it('that lie whole in the skipped hour do not happen that day', () => {
    const night = everyDay('Europe/Berlin', 130, 170)
    expect(nextWorkingInstant(night, new Date('2026-03-28T12:00:00Z')).toISOString()).toBe('2026-03-30T00:10:00.000Z')
  })
  it('are right where midnight does not exist and where a whole date does not', () => {
    const santiago = everyDay('America/Santiago', 0, 60)
    expect(nextWorkingInstant(santiago, new Date('2026-09-06T03:30:00Z')).toISOString()).toBe(
      '2026-09-07T03:00:00.000Z',
    )
    const apia = everyDay('Pacific/Apia', 540, 1020)
    expect(plus(apia, '2011-12-29T12:00:00-10:00', '1d')).toBe('2011-12-30T22:00:00.000Z')
  })
  it('between two instants are 0 when nothing lies between', () => {
    expect(hoursBetween(berlin, '2026-11-24T12:00:00Z', '2026-11-24T11:00:00Z')).toBe(0)
    expect(hoursBetween(always, '2026-11-24T12:00:00Z', '2026-11-24T11:00:00Z')).toBe(0)
    expect(hoursBetween(berlin, '2026-11-28T00:00:00Z', '2026-11-29T20:00:00Z')).toBe(0)
  })
})

describe('a calendar that is never open', () => {
  const empty: Calendar = { ...berlin, hours: { days: [], from: 540, to: 1020 } }
  const backwards: Calendar = { ...berlin, hours: { days: weekdays, from: 1020, to: 540 } }
  it('is refused when somebody asks for its next hour', () => {
    for (const calendar of [empty, backwards]) {
      expect(() => plus(calendar, '2026-11-24T12:00:00Z', '1h')).toThrow('no working hours')
      expect(() => nextWorkingInstant(calendar, new Date('2026-11-24T12:00:00Z'))).toThrow(RangeError)
    }
  })
  it('never works, and counts nothing', () => {
    expect(isWorkingAt(empty, new Date('2026-11-24T12:00:00Z'))).toBe(false)
    expect(hoursBetween(backwards, '2026-11-24T12:00:00Z', '2027-11-24T12:00:00Z')).toBe(0)
  })
})

describe('years of holidays', () => {
  it('are stepped over', () => {
    const mondays = Array.from({ length: 200 }, (_, week) =>
      new Date(Date.UTC(2026, 10, 23 + 7 * week)).toISOString().slice(0, 10),
    )
    const calendar: Calendar = { timeZone: 'UTC', hours: { days: ['mon'], from: 540, to: 1020 }, holidays: mondays }
    expect(plus(calendar, '2026-11-20T00:00:00Z', '1h')).toBe('2030-09-23T10:00:00.000Z')
  })
})

describe('the end of a working day', () => {
  it('is closing time, also on a day when nobody works', () => {
    expect(endOfWorkingDay(berlin, '2026-11-27').toISOString()).toBe('2026-11-27T16:30:00.000Z')
    expect(endOfWorkingDay(berlin, '2026-11-28').toISOString()).toBe('2026-11-28T16:30:00.000Z')
  })
  it('is midnight where people work always', () => {
    expect(endOfWorkingDay(always, '2026-11-27').toISOString()).toBe('2026-11-27T23:00:00.000Z')
  })
})
