import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { databaseFailure, databaseFindings, migrationsFinding } from '#adapters/doctor/database.ts'
import { digestFinding } from '#adapters/doctor/digest.ts'
import { broken, look, ok, span } from '#adapters/doctor/finding.ts'
import { holidaysFindings } from '#adapters/doctor/holidays.ts'
import { jobFindings } from '#adapters/doctor/jobs.ts'
import { lineOf, summaryOf } from '#adapters/doctor/print.ts'
import { council } from '../slack/samples/stories.ts'

describe('the database', () => {
  it('is to be PostgreSQL 15 or newer, and near', () => {
    const mark = (version: string, roundTripMs = 1) => databaseFindings({ version, roundTripMs }, 'here')[0]?.mark
    expect([mark('14.9'), mark('15.0'), mark('18.4 (Debian 18.4-1)'), mark('9.6.24')]).toEqual([
      'broken',
      'ok',
      'ok',
      'broken',
    ])
    expect([mark('18.4', 250), mark('18.4', 251)]).toEqual(['ok', 'look'])
  })

  it.each([
    ['password authentication failed for user "a" 28P01', 'name and password'],
    ['database "cx" does not exist 3D000', 'Create it'],
    ['getaddrinfo ENOTFOUND db.example', 'spelled right'],
    ['connect ECONNREFUSED 127.0.0.1:5432', 'Is PostgreSQL running'],
  ])('that says %j is to be helped', (reason, todo) => {
    expect(databaseFailure(reason, 'db.example/cx')).toMatchObject({
      mark: 'broken',
      says: expect.stringContaining('db.example/cx'),
      todo: expect.stringContaining(todo),
    })
  })

  it('that lacks a migration gets it when the bot starts', () => {
    expect(migrationsFinding([]).mark).toBe('ok')
    expect(migrationsFinding(['1_a', '2_b'])).toMatchObject({
      mark: 'look',
      says: '2 migrations are not applied: 1_a, 2_b.',
    })
  })
})

describe('the queued work', () => {
  const minute = 60_000
  const idle = { missingQueues: [], waiting: 0, oldestWaitedMs: undefined, atWork: true }
  const jobs = (facts: Partial<Parameters<typeof jobFindings>[0]>) => jobFindings({ ...idle, ...facts })

  it('is well while none waits for long', () => {
    expect(jobs({}).map(({ mark }) => mark)).toEqual(['ok', 'ok'])
    expect(jobs({ waiting: 3, oldestWaitedMs: minute })[1]).toMatchObject({ mark: 'ok' })
  })
  it('is odd from a minute on and broken from a quarter of an hour on, and it matters whether a bot is there', () => {
    expect(jobs({ waiting: 3, oldestWaitedMs: minute + 1 })[1]).toMatchObject({
      mark: 'look',
      todo: expect.stringContaining('log'),
    })
    expect(jobs({ waiting: 3, oldestWaitedMs: 15 * minute })[1]?.mark).toBe('look')
    const stuck = jobs({ waiting: 1, oldestWaitedMs: 15 * minute + 1, atWork: false })
    expect(stuck[0]).toMatchObject({ mark: 'look', says: 'No bot is at work.' })
    expect(stuck[1]).toMatchObject({
      mark: 'broken',
      says: '1 job waits, the oldest for 15 min: people are not asked.',
      todo: 'Start the bot: npm start.',
    })
  })
  it('needs its queues', () => {
    expect(jobs({ missingQueues: ['posts.T1'] })[1]).toMatchObject({
      mark: 'look',
      says: 'There is no queue posts.T1 yet.',
    })
  })
})

describe('the next digest', () => {
  it('is told as it stands on the wall of its zone', () => {
    const at = new Date('2026-11-23T08:00:00Z')
    const finding = digestFinding(council, at, new Date('2026-11-20T08:00:00Z'))
    expect(finding.says).toMatch(/Monday,? 23 November(?: at|,) 09:00 \(Europe\/Berlin\), in 3 days\.$/)
    expect(digestFinding(council, undefined, at)).toMatchObject({
      mark: 'broken',
      says: '“0 9 * * mon” never comes round.',
    })
  })
})

describe('the public holidays', () => {
  const keeping = (last: string) => ({
    ...council,
    departments: council.departments.map((department, i) =>
      i === 0
        ? { ...department, calendar: { ...department.calendar, publicHolidays: ['2026-01-01', last] } }
        : department,
    ),
  })
  const now = new Date('2026-11-25T08:00:00Z')
  it('are to be looked at in their last year', () => {
    expect(holidaysFindings(keeping('2027-11-01'), now)).toEqual([
      look(
        'holidays',
        'The public holidays are written down until 2027 only.',
        'Apply the council file again: npm run council -- apply FILE',
      ),
    ])
  })
  it('are no matter before that, and where no country is named', () => {
    expect(holidaysFindings(keeping('2028-12-26'), now)).toEqual([])
    expect(holidaysFindings(council, now)).toEqual([])
  })
})

describe('a finding', () => {
  const stream = new PassThrough() as unknown as NodeJS.WriteStream
  it('is one line, with its mark, whatever names are in it', () => {
    const line = lineOf(broken('people', 'Ben\u001b[2J\u202E\nok  all well', 'Call\r\nhim.'), stream)
    expect(line).toBe('broken        people         Ben [2J ok  all well Call him.')
    expect(lineOf(ok('jobs', 'None waits.'), stream)).toBe('ok            jobs           None waits.')
  })
  it('is summed up', () => {
    const [a, b, c] = [ok('a', 'A.'), look('b', 'B.', 'Do.'), broken('c', 'C.', 'Do.')]
    expect(summaryOf([a])).toBe('Everything is in order.')
    expect(summaryOf([a, b])).toBe('Nothing is broken, 1 thing to look at.')
    expect(summaryOf([c, a, b, b])).toBe('1 broken, 2 things to look at.')
    expect(summaryOf([c])).toBe('1 broken.')
  })
  it('tells time as one says it', () => {
    const second = 1000
    expect([0, 40, 90, 3_600, 86_400, 5 * 86_400].map((seconds) => span(seconds * second))).toEqual([
      '0 s',
      '40 s',
      '2 min',
      '1 h',
      '1 day',
      '5 days',
    ])
  })
})
