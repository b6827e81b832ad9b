import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderShownBy } from '#adapters/transfer-log/times/read-date.ts'
import { isoOf, timeIn } from '#adapters/transfer-log/times/read-time.ts'

const said = (text: string, order: 'day-first' | 'month-first' = 'day-first'): string | undefined => {
  const found = timeIn(text, order)
  return found && isoOf(found)
}

describe('a time of an export', () => {
  it.each([
    ['2016-02-29T01:16:00', '2016-02-29T01:16:00'],
    ['2016-02-29 01:16:00', '2016-02-29T01:16:00'],
    ['2016-02-29 01:16', '2016-02-29T01:16:00'],
    ['2016/02/29 1:16', '2016-02-29T01:16:00'],
    ['2016-02-29', '2016-02-29T00:00:00'],
    ['2010-03-31T15:59:42+01:00', '2010-03-31T15:59:42+01:00'],
    ['2010-03-31 15:59:42 -0530', '2010-03-31T15:59:42-05:30'],
    ['2010-03-31T15:59:42.250Z', '2010-03-31T15:59:42.250Z'],
    ['2010-03-31 15:59:42 UTC', '2010-03-31T15:59:42Z'],
    ['29/2/2016 01:16', '2016-02-29T01:16:00'],
    ['29-02-2016 01:16:05', '2016-02-29T01:16:05'],
    ['29.02.2016, 01:16', '2016-02-29T01:16:00'],
    ['29.2.16 01:16', '2016-02-29T01:16:00'],
    ['29 Feb 2016 01:16', '2016-02-29T01:16:00'],
    ['29-Feb-2016 01:16:05', '2016-02-29T01:16:05'],
    ['Mon, 29 Feb 2016 01:16:00 +0000', '2016-02-29T01:16:00Z'],
    ['Feb 29, 2016 1:16 AM', '2016-02-29T01:16:00'],
    ['February 29, 2016 at 12:16 pm', '2016-02-29T12:16:00'],
    ['1456708560', '2016-02-29T01:16:00Z'],
    ['1456708560123', '2016-02-29T01:16:00.123Z'],
    ['42429', '2016-02-29T00:00:00'],
    ['42429.0527777778', '2016-02-29T01:16:00'],
    ['42429,0527777778', '2016-02-29T01:16:00'],
    [' 2016-02-29 01:16:00 ', '2016-02-29T01:16:00'],
  ])('%j is read as %s', (text, iso) => {
    expect(said(text)).toBe(iso)
  })

  it.each([
    ['2/29/2016 01:16', '2016-02-29T01:16:00'],
    ['02/29/2016 1:16:00 PM', '2016-02-29T13:16:00'],
    ['03/04/2016 12:05 AM', '2016-03-04T00:05:00'],
    ['29.02.2016 01:16', '2016-02-29T01:16:00'],
  ])('%j is read as %s when the month comes first', (text, iso) => {
    expect(said(text, 'month-first')).toBe(iso)
  })

  it.each([
    '',
    'yesterday',
    '1',
    '19999.5',
    '98765',
    '2015-02-29 01:16:00',
    '2016-13-01 00:00:00',
    '2016-02-29 25:00:00',
    '2016-02-29 01:60',
    '2016-02-29 13:00 pm',
    '2/29/2016 01:16',
    '29/2/2016 01:16 o’clock',
    '31 Foo 2016',
    '2016-02-29T01:16:00+0',
  ])('%j is none', (text) => {
    expect(said(text)).toBeUndefined()
  })

  it('comes back as it was written', () => {
    const within = { min: Date.UTC(1980, 0), max: Date.UTC(2099, 0) }
    fc.assert(
      fc.property(fc.integer(within), fc.option(fc.integer({ min: -720, max: 840 })), (at, offset) => {
        const moment = offset === null ? { at } : { at, offset }
        expect(timeIn(isoOf(moment), 'day-first')).toEqual(moment)
      }),
    )
  })

  it.each([
    ['29/2/2016', 'day-first'],
    ['2/29/2016 01:16', 'month-first'],
    ['3.4.2016', 'day-first'],
    ['3/4/2016', 'either'],
    ['4/4/2016', undefined],
    ['2016-04-03', undefined],
    ['', undefined],
  ])('%j shows of its order: %s', (text, order) => {
    expect(orderShownBy(text)).toBe(order)
  })
})
