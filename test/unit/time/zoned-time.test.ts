import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addLocalDays, instantOf, localDate, startOfLocalDay, wallTime } from '#domain/time/zoned-time.ts'

const wall = (text: string) => Date.parse(`${text}Z`)
const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'America/Santiago',
  'Asia/Beirut',
  'Africa/Casablanca',
  'America/Havana',
  'America/Nuuk',
]

describe('a local date', () => {
  it('is the one on the wall, at the far ends of the world too', () => {
    const noon = new Date('2026-11-24T11:00:00Z')
    expect(localDate('Pacific/Kiritimati', noon)).toBe('2026-11-25')
    expect(localDate('Pacific/Pago_Pago', noon)).toBe('2026-11-24')
    expect(localDate('Pacific/Pago_Pago', new Date('2026-11-24T10:59:59Z'))).toBe('2026-11-23')
  })
  it('moves by calendar days over months and leap days', () => {
    expect(addLocalDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addLocalDays('2026-01-01', -1)).toBe('2025-12-31')
  })
  it('must exist', () => {
    expect(() => addLocalDays('2026-02-30', 1)).toThrow('no such date')
    expect(() => addLocalDays('tomorrow', 1)).toThrow('no such date')
  })
  it('starts when its first minute comes', () => {
    expect(startOfLocalDay('Europe/Berlin', '2026-11-24').toISOString()).toBe('2026-11-23T23:00:00.000Z')
    expect(startOfLocalDay('America/Santiago', '2026-09-06').toISOString()).toBe('2026-09-06T04:00:00.000Z')
    expect(startOfLocalDay('Pacific/Apia', '2011-12-30')).toEqual(startOfLocalDay('Pacific/Apia', '2011-12-31'))
  })
})

describe('a time on the wall', () => {
  it('that the clock skips is the end of the gap', () => {
    expect(instantOf('Europe/Berlin', wall('2026-03-29T02:30:00')).toISOString()).toBe('2026-03-29T01:00:00.000Z')
    expect(instantOf('Australia/Lord_Howe', wall('2026-10-04T02:10:00')).toISOString()).toBe('2026-10-03T15:30:00.000Z')
  })
  it('that comes twice is the first of the two', () => {
    expect(instantOf('Europe/Berlin', wall('2026-10-25T02:30:00')).toISOString()).toBe('2026-10-25T00:30:00.000Z')
    expect(instantOf('America/New_York', wall('2026-11-01T01:00:00')).toISOString()).toBe('2026-11-01T05:00:00.000Z')
  })
  it('is refused for a zone that does not exist', () => {
    expect(() => wallTime('Mars/X', new Date(0))).toThrow(RangeError)
  })
  it('comes at one instant and not before', () => {
    const minutes = fc.integer({ min: Date.UTC(2012, 0) / 60_000, max: Date.UTC(2036, 0) / 60_000 })
    fc.assert(
      fc.property(fc.constantFrom(...zones), minutes, (zone, minute) => {
        const at = new Date(minute * 60_000)
        const shown = wallTime(zone, at)
        const first = instantOf(zone, shown)
        expect(wallTime(zone, first)).toBe(shown)
        expect(first.getTime()).toBeLessThanOrEqual(at.getTime())
        expect(wallTime(zone, new Date(first.getTime() - 1))).toBeLessThan(shown)
      }),
      { numRuns: 1000 },
    )
  })
})
