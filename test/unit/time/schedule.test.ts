import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { latestSlot, nextSlot } from '#adapters/schedule.ts'

const mondays = '0 9 * * mon'
const berlin = 'Europe/Berlin'
const shown = (slot: { local: string; at: Date } | undefined) => slot && `${slot.local} ${slot.at.toISOString()}`
const latest = (cron: string, zone: string, now: string) => shown(latestSlot(cron, zone, new Date(now)))
const next = (cron: string, zone: string, now: string) => shown(nextSlot(cron, zone, new Date(now)))

describe('the latest slot of the digest', () => {
  it('is this Monday at nine on the wall, from nine on', () => {
    const thisWeek = '2026-11-23T09:00:00 2026-11-23T08:00:00.000Z'
    expect(latest(mondays, berlin, '2026-11-23T08:00:00Z')).toBe(thisWeek)
    expect(latest(mondays, berlin, '2026-11-23T08:00:00.001Z')).toBe(thisWeek)
    expect(latest(mondays, berlin, '2026-11-29T23:00:00Z')).toBe(thisWeek)
    expect(latest(mondays, berlin, '2026-11-23T07:59:59.999Z')).toBe('2026-11-16T09:00:00 2026-11-16T08:00:00.000Z')
  })
  it('stays at nine on the wall in summer', () => {
    expect(latest(mondays, berlin, '2026-07-01T00:00:00Z')).toBe('2026-06-29T09:00:00 2026-06-29T07:00:00.000Z')
  })
  it('can be timed by the second: a sixth field in front', () => {
    expect(latest('*/10 * * * * *', 'UTC', '2026-11-23T08:00:19.5Z')).toBe(
      '2026-11-23T08:00:10 2026-11-23T08:00:10.000Z',
    )
    expect(next('*/10 * * * * *', 'UTC', '2026-11-23T08:00:20Z')).toBe('2026-11-23T08:00:30 2026-11-23T08:00:30.000Z')
  })
  it('follows the date on the wall at the far ends of the world', () => {
    expect(latest(mondays, 'Pacific/Kiritimati', '2026-11-22T19:00:00Z')).toBe(
      '2026-11-23T09:00:00 2026-11-22T19:00:00.000Z',
    )
    expect(latest(mondays, 'Pacific/Pago_Pago', '2026-11-23T19:59:00Z')).toBe(
      '2026-11-16T09:00:00 2026-11-16T20:00:00.000Z',
    )
  })
  it('is none when the schedule is no schedule or never comes round', () => {
    expect(latest('soon', berlin, '2026-11-23T08:00:00Z')).toBeUndefined()
    expect(next('0 9 30 2 *', berlin, '2026-11-23T08:00:00Z')).toBeUndefined()
    expect(() => latest(mondays, 'Mars/X', '2026-11-23T08:00:00Z')).toThrow(RangeError)
  })
})

describe('on the spring day', () => {
  it('a slot in the skipped hour is due when the gap ends, once', () => {
    const skipped = '2026-03-29T02:30:00 2026-03-29T01:00:00.000Z'
    expect(latest('30 2 * * *', berlin, '2026-03-29T00:59:59Z')).toBe('2026-03-28T02:30:00 2026-03-28T01:30:00.000Z')
    expect(latest('30 2 * * *', berlin, '2026-03-29T01:00:00Z')).toBe(skipped)
    expect(latest('30 2 * * *', berlin, '2026-03-29T12:00:00Z')).toBe(skipped)
    expect(next('30 2 * * *', berlin, '2026-03-28T12:00:00Z')).toBe(skipped)
  })
})

describe('on the autumn day', () => {
  it('the double hour gives one slot, at its first passing', () => {
    const once = '2026-10-25T02:30:00 2026-10-25T00:30:00.000Z'
    expect(latest('30 2 * * *', berlin, '2026-10-25T00:30:00Z')).toBe(once)
    expect(latest('30 2 * * *', berlin, '2026-10-25T01:10:00Z')).toBe(once)
    expect(latest('30 2 * * *', berlin, '2026-10-25T01:45:00Z')).toBe(once)
    expect(next('30 2 * * *', berlin, '2026-10-25T00:30:00Z')).toBe('2026-10-26T02:30:00 2026-10-26T01:30:00.000Z')
    expect(next('30 2 * * *', berlin, '2026-10-25T01:10:00Z')).toBe('2026-10-26T02:30:00 2026-10-26T01:30:00.000Z')
  })
})

describe('after the autumn day’s double hour', () => {
  it('the slot that follows it is not due while the hour passes again', () => {
    const dayBefore = '2026-10-24T03:00:00 2026-10-24T01:00:00.000Z'
    expect(latest('0 3 * * *', berlin, '2026-10-25T01:00:00Z')).toBe(dayBefore)
    expect(latest('0 3 * * *', berlin, '2026-10-25T01:59:59Z')).toBe(dayBefore)
    expect(latest('0 3 * * *', berlin, '2026-10-25T02:00:00Z')).toBe('2026-10-25T03:00:00 2026-10-25T02:00:00.000Z')
  })
})

describe('at any time', () => {
  it('the latest slot is due by now, the next is not, and none lies between', () => {
    const cron = fc.constantFrom(mondays, '30 2 * * *', '*/20 * * * *', '0 0 1 * *', '15 30 1 * * 0', '0 12 29 2 *')
    const zone = fc.constantFrom(
      berlin,
      'America/New_York',
      'Australia/Lord_Howe',
      'America/Santiago',
      'Asia/Kathmandu',
    )
    const around = fc.constantFrom('2026-03-29', '2026-10-25', '2026-11-01', '2026-04-05', '2026-10-04', '2026-09-06')
    fc.assert(
      fc.property(cron, zone, around, fc.integer({ min: -2880, max: 2880 }), (expression, timeZone, date, minutes) => {
        const now = new Date(Date.parse(date) + minutes * 60_000)
        const last = latestSlot(expression, timeZone, now)
        const coming = nextSlot(expression, timeZone, now)
        if (!last || !coming) throw new Error('these schedules come round')
        expect(last.at.getTime()).toBeLessThanOrEqual(now.getTime())
        expect(coming.at.getTime()).toBeGreaterThan(now.getTime())
        expect(last.local < coming.local).toBe(true)
        const justBefore = new Date(coming.at.getTime() - 1)
        expect(latestSlot(expression, timeZone, justBefore)).toEqual(last)
      }),
      { numRuns: 500 },
    )
  })
})
