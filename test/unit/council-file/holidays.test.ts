import { describe, expect, it } from 'vitest'
import { changesBetween } from '#adapters/council-file/changes/changes-between.ts'
import { readCouncilFile } from '#adapters/council-file/read-council-file.ts'
import { parseStoredCouncil, toStoredCouncil } from '#adapters/council-file/stored-council.ts'
import { writeCouncilFile } from '#adapters/council-file/write-council-file.ts'
import type { Council } from '#domain/council.ts'
import { isWorkingAt } from '#domain/time/working-time.ts'

const councilWith = (holidays: string, { year = 2026, department = '' } = {}): Council => {
  const text = [
    'council:',
    '  channel: C0A1',
    '  chair: U0A1',
    '  time_zone: Europe/Berlin',
    `  holidays: ${holidays}`,
    'departments:',
    `  - { key: support, lead: U0B1${department} }`,
  ].join('\n')
  const read = readCouncilFile(text, year)
  if ('mistakes' in read) throw new Error(JSON.stringify(read.mistakes))
  return read.council
}

const worksAt = (council: Council, local: string): boolean =>
  isWorkingAt(council.calendar, new Date(`${local}T11:00:00Z`))

describe('the public holidays of a country', () => {
  it.each(['Germany', 'DE', 'de', '[Germany]', '["2026-12-24", DE]'])('are kept when it is named: %s', (named) => {
    const council = councilWith(named)
    expect(worksAt(council, '2026-10-03')).toBe(false)
    expect(worksAt(council, '2026-12-25')).toBe(false)
    expect(worksAt(council, '2028-05-25')).toBe(false)
    expect(worksAt(council, '2026-12-28')).toBe(true)
  })
  it('are those of its state where one is named', () => {
    const corpusChristi = '2026-06-04'
    expect(worksAt(councilWith('Germany'), corpusChristi)).toBe(true)
    for (const named of ['DE-BY', 'Germany/Bayern', 'de/by', 'Germany - Bayern'])
      expect(worksAt(councilWith(named), corpusChristi), named).toBe(false)
  })
  it('that last several days are all of those days', () => {
    const eid = councilWith('Saudi Arabia').calendar.publicHolidays?.filter((date) => date.startsWith('2026-03'))
    expect(eid).toEqual(['2026-03-19', '2026-03-20', '2026-03-21', '2026-03-22'])
  })
  it('of several countries are kept together', () => {
    const council = councilWith('[DE, US]')
    expect(worksAt(council, '2026-11-26')).toBe(false)
    expect(worksAt(council, '2026-12-25')).toBe(false)
  })
  it('are a department’s own where it names a country', () => {
    const council = councilWith('DE', { department: ', holidays: FR' })
    const bastille = new Date('2026-07-14T11:00:00Z')
    const calendar = council.departments[0]?.calendar ?? council.calendar
    expect(isWorkingAt(calendar, bastille)).toBe(false)
    expect(isWorkingAt(council.calendar, bastille)).toBe(true)
  })
  it('reach ten years ahead, and a later apply says how far it went on', () => {
    const [then, later] = [councilWith('DE'), councilWith('DE', { year: 2030 })]
    expect(then.calendar.publicHolidays?.at(-1)).toBe('2036-12-26')
    const naming = { person: String, channel: String }
    expect(changesBetween(then, later, naming).map(({ says }) => says)).toEqual([
      'public holidays known until: 2036 → 2040',
    ])
  })
  it('are stored with their dates and written back by their name', () => {
    const council = councilWith('["2026-12-24", Germany/Bayern]')
    expect(parseStoredCouncil(JSON.parse(JSON.stringify(toStoredCouncil(council))))).toEqual(council)
    expect(writeCouncilFile(council)).toContain('holidays: [ "2026-12-24", DE-BY ]')
    expect(readCouncilFile(writeCouncilFile(council), 2026)).toEqual({ council })
  })
})
