import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { awayIn } from '#adapters/slack/commands/availability/away.ts'
import { readDay } from '#domain/availability/read-day.ts'
import { addLocalDays } from '#domain/time/zoned-time.ts'

// A Tuesday.
const today = '2026-11-17'

describe('a day as people type it', () => {
  it.each([
    ['today', '2026-11-17'],
    ['tomorrow', '2026-11-18'],
    ['yesterday', '2026-11-16'],
    ['Friday', '2026-11-20'],
    ['fri', '2026-11-20'],
    ['thurs', '2026-11-19'],
    ['Tuesday', '2026-11-24'],
    ['next monday', '2026-11-23'],
    ['2026-12-03', '2026-12-03'],
    ['2026-12-3', '2026-12-03'],
    ['3 December', '2026-12-03'],
    ['3rd of december', '2026-12-03'],
    ['3. Dec', '2026-12-03'],
    ['December 3', '2026-12-03'],
    ['Dec 3rd, 2027', '2027-12-03'],
    ['3 december 2027', '2027-12-03'],
    ['3.12.', '2026-12-03'],
    ['3.12', '2026-12-03'],
    ['03.12.2027', '2027-12-03'],
    ['3.12.27', '2027-12-03'],
    ['  3   DECEMBER ', '2026-12-03'],
    ['2 January', '2027-01-02'],
    ['10 November', '2026-11-10'],
    ['29 February', undefined],
    ['29.2.2028', '2028-02-29'],
    ['30.2.2028', undefined],
    ['31.4.', undefined],
    ['0.5.', undefined],
    ['32 May', undefined],
    ['3/12', undefined],
    ['12/3/2026', undefined],
    ['soon', undefined],
    ['3', undefined],
    ['', undefined],
    ['3 Smarch', undefined],
    ['ma', undefined],
    ['2026-13-01', undefined],
  ])('reads %j as %s', (typed, day) => {
    expect(readDay(typed, today)).toBe(day)
  })

  it('is never misread, whatever day it is and in whichever way it is written', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 3_000 }), (since, ahead) => {
        const now = addLocalDays('1990-01-01', since)
        const day = addLocalDays(now, ahead)
        const [year = '', month = '', date = ''] = day.split('-')
        const at = new Date(`${day}T00:00:00Z`)
        const name = at.toLocaleString('en-GB', { timeZone: 'UTC', month: 'long' })
        for (const typed of [day, `${Number(date)}.${Number(month)}.${year}`, `${Number(date)} ${name} ${year}`])
          expect(readDay(typed, now)).toBe(day)
        if (ahead < 180) expect(readDay(`${Number(date)} ${name.slice(0, 3)}`, now)).toBe(day)
        if (ahead > 0 && ahead < 8)
          expect(readDay(at.toLocaleString('en-GB', { timeZone: 'UTC', weekday: 'long' }), now)).toBe(day)
      }),
    ))

  it('never fails, whatever is typed', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => void readDay(typed, today))))
})

describe('what is typed behind /cx away', () => {
  it.each([
    ['', {}],
    ['until Friday', { until: 'Friday' }],
    ['UNTIL 3 December', { until: '3 December' }],
    ['cover @lou', { cover: '@lou' }],
    ['cover: Lou Jensen', { cover: 'Lou Jensen' }],
    ['until 3 December cover @lou', { until: '3 December', cover: '@lou' }],
    ['until 3 December, cover @lou', { until: '3 December', cover: '@lou' }],
    ['cover <@U0LOU|lou> until 2026-12-03', { cover: '<@U0LOU|lou>', until: '2026-12-03' }],
    ['till tomorrow', { until: 'tomorrow' }],
    ['Friday', undefined],
    ['until', undefined],
    ['cover', undefined],
    ['until Friday until Monday', undefined],
    ['for a week', undefined],
  ])('%j means %j', (text, said) => {
    expect(awayIn(text)).toEqual(said)
  })
})
