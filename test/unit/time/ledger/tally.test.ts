import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarOf } from '#domain/time/service-level.ts'
import { workingMeter } from '#domain/time/working-meter.ts'
import { workingMillisBetween } from '#domain/time/working-time.ts'
import { segmentsOf } from '#domain/time-ledger/segments.ts'
import { timeTally } from '#domain/time-ledger/tally.ts'
import { sharesOf } from '#domain/time-ledger/time-spent.ts'
import { lives } from '../../lifecycle/random-life.ts'
import { council } from '../../reminders/world.ts'

const hour = 3_600_000
const begin = Date.parse('2026-10-19T08:00:00Z')
const weeks = { from: new Date(begin), to: new Date(begin + 14 * 24 * hour) }
const instant = fc.integer({ min: 0, max: 14 * 24 * 60 }).map((minutes) => new Date(begin + minutes * 60_000))

describe('the meter of working time', () => {
  it('says what is counted day by day, also over the hour that comes twice, and cuts what is beyond its period', () =>
    fc.assert(
      fc.property(instant, instant, fc.constantFrom('support', 'billing', undefined), (from, to, department) => {
        for (const severity of ['normal', 'urgent'] as const) {
          const calendar = calendarOf(council, department, severity)
          const meter = workingMeter(calendar, weeks)
          expect(meter(from, to)).toBe(workingMillisBetween(calendar, from, to))
          const [early, late] = [new Date(begin - hour * 99), new Date(begin + hour * 999)]
          expect(meter(early, to)).toBe(workingMillisBetween(calendar, weeks.from, to))
          expect(meter(from, late)).toBe(workingMillisBetween(calendar, from, weeks.to))
        }
      }),
      { numRuns: 100 },
    ))
})

describe('the time of many issues', () => {
  const timelines = fc.array(
    lives(council).map((steps) => steps.flatMap(({ events }) => events)),
    { minLength: 1, maxLength: 4 },
  )
  const end = new Date('2027-06-01T08:00:00Z')

  it('is by cause what the shares of each are together, in wall and in working time', () =>
    fc.assert(
      fc.property(timelines, (all) => {
        const tally = timeTally(council, { from: new Date(begin), to: end })
        for (const timeline of all) tally.add(timeline)
        const shares = all.map((timeline) => sharesOf(council, segmentsOf(timeline, end)))
        for (const { cause, wall, working, issues } of tally.result()) {
          const those = shares.flat().filter((share) => share.cause === cause)
          expect(wall).toBe(those.reduce((sum, share) => sum + share.wall, 0))
          expect(working).toBe(those.reduce((sum, share) => sum + share.working, 0))
          expect(issues).toBe(shares.filter((some) => some.some((share) => share.cause === cause)).length)
        }
        expect(new Set(tally.result().map(({ cause }) => cause))).toEqual(
          new Set(shares.flat().map(({ cause }) => cause)),
        )
      }),
      { numRuns: 40 },
    ))

  it('of weeks that follow each other adds up to that of all of them', () =>
    fc.assert(
      fc.property(timelines, fc.integer({ min: 1, max: 200 }), (all, days) => {
        const middle = new Date(begin + days * 24 * hour)
        const sumOf = (from: Date, to: Date): number => {
          const tally = timeTally(council, { from, to })
          for (const timeline of all) tally.add(timeline)
          return tally.result().reduce((sum, { wall, working }) => sum + wall + working, 0)
        }
        expect(sumOf(new Date(begin), middle) + sumOf(middle, end)).toBe(sumOf(new Date(begin), end))
      }),
      { numRuns: 40 },
    ))
})
