import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCouncilFile } from '#adapters/council-file/read-council-file.ts'
import { parseStoredCouncil, toStoredCouncil } from '#adapters/council-file/stored-council.ts'
import { writeCouncilFile } from '#adapters/council-file/write-council-file.ts'
import { anyCouncil } from '../../support/council-arbitrary.ts'

const councilOf = (text: string) => {
  const read = readCouncilFile(text)
  if ('mistakes' in read) throw new Error(JSON.stringify(read.mistakes))
  return read.council
}

const smallest = 'council: { channel: C0A1, chair: U0A1 }\ndepartments: [{ key: support, lead: U0B1 }]\n'

describe('a council written as a file', () => {
  it('reads back as the same council', () => {
    fc.assert(
      fc.property(anyCouncil, (council) => {
        expect(councilOf(writeCouncilFile(council))).toEqual(council)
      }),
      { numRuns: 300 },
    )
  })
  it('says nothing that goes without saying, and how it may be used', () => {
    const lines = writeCouncilFile(councilOf(smallest)).split('\n')
    expect(lines.filter((line) => !line.startsWith('#') && line !== '')).toEqual([
      'council:',
      '  channel: C0A1',
      '  chair: U0A1',
      'departments:',
      '  - { key: support, name: Support, lead: U0B1 }',
    ])
    expect(lines[0]).toContain('applied again')
  })
  it('puts times and dates in quotes, so that no YAML reader takes them for numbers', () => {
    const text = smallest.replace('chair: U0A1', 'chair: U0A1, working_hours: { to: 9:30 }, holidays: [2026-12-25]')
    const council = councilOf(text.replace('to: 9:30', 'from: 7:00, to: 9:30'))
    expect(writeCouncilFile(council)).toContain('from: "07:00", to: "09:30"')
    expect(writeCouncilFile(council)).toContain('"2026-12-25"')
  })
})

describe('a council kept in the database', () => {
  it('is the same council after a round through JSON', () => {
    fc.assert(
      fc.property(anyCouncil, (council) => {
        expect(parseStoredCouncil(JSON.parse(JSON.stringify(toStoredCouncil(council))))).toEqual(council)
      }),
    )
  })
  it('is refused when it is damaged', () => {
    const stored = toStoredCouncil(councilOf(smallest))
    expect(() => parseStoredCouncil(null)).toThrow()
    expect(() => parseStoredCouncil({ ...stored, chair: undefined })).toThrow()
    expect(() =>
      parseStoredCouncil({ ...stored, calendar: { ...stored.calendar, hours: { days: [], from: 540, to: 1020 } } }),
    ).toThrow()
    expect(() => parseStoredCouncil({ ...stored, calendar: { ...stored.calendar, timeZone: 'Mars/X' } })).toThrow()
  })
})
