import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCurrent } from '#domain/reminders/due.ts'
import { hoursOf } from '#domain/reminders/hours.ts'
import { theCouncil } from '#domain/reminders/reminder.ts'
import { isWorkingAt } from '#domain/time/working-time.ts'
import { localDate } from '#domain/time/zoned-time.ts'
import { liveThrough, week } from './week.ts'
import { council } from './world.ts'

type Lived = ReturnType<typeof liveThrough>

/** Lived once for all that is asked of them. */
const weeks: readonly Lived[] = fc.sample(week, { numRuns: 60, seed: 20_261_125 }).map(liveThrough)

const inEveryWeek = (check: (lived: Lived) => void): void => {
  for (const lived of weeks) check(lived)
}

const repeated = (names: readonly string[]): readonly string[] => names.filter((name, i) => names.indexOf(name) !== i)

const perDay = council.rules.remindersPerDay

describe('in any week, whatever people do', () => {
  it('much is said', () => expect(weeks.flatMap(({ sent }) => sent).length).toBeGreaterThan(500))

  it('nobody is reminded twice of the same', () =>
    inEveryWeek(({ sent }) => {
      const said = sent.map(({ row }) => `${row.issue} ${row.kind} ${row.state} ${row.person} ${row.again}`)
      expect(repeated(said)).toEqual([])
    }))

  it('nobody is reminded outside of their hours, but who is on call of what is urgent', () =>
    inEveryWeek(({ sent }) => {
      const wrong = sent.filter(({ row, at, issue, person }) => {
        const onCall = issue.severity === 'urgent' && issue.department === 'support'
        if (onCall && (row.person === 'U0NIK' || row.person === theCouncil)) return false
        return !isWorkingAt(hoursOf(council, row.person, person), at)
      })
      expect(wrong).toEqual([])
    }))

  it('nobody is reminded while they are away or after they have left', () =>
    inEveryWeek(({ sent }) => {
      const wrong = sent.filter(
        ({ person, at }) =>
          person && (person.kind !== 'member' || (person.awayUntil !== undefined && person.awayUntil > at)),
      )
      expect(wrong).toEqual([])
    }))

  it('nobody gets more messages on a day than the budget has, and the last only for what is urgent', () =>
    inEveryWeek(({ sent, messages }) => {
      expect(messages.filter(({ number }) => number > perDay)).toEqual([])
      expect(repeated(messages.map(({ person, day, number }) => `${person} ${day} ${number}`))).toEqual([])
      const last = messages.filter(({ number }) => number === perDay)
      const plain = last.filter(
        ({ person, at }) =>
          !sent.some((one) => one.row.person === person && one.at === at && one.issue.severity === 'urgent'),
      )
      expect(plain).toEqual([])
    }))

  it('a message counts on the day that it is where its person is', () =>
    inEveryWeek(({ sent, messages }) => {
      const wrong = messages.filter(({ person, day, at }) => {
        const to = sent.find((one) => one.row.person === person && one.at === at)?.person
        return day !== localDate(hoursOf(council, person, to).timeZone, at)
      })
      expect(wrong).toEqual([])
    }))

  it('what was still open when it was said stands in the person’s newest message until it is settled or put off', () =>
    inEveryWeek(({ ledger, messages, issues, known }) => {
      const now = new Date('2026-11-23T00:00:00Z')
      const lost = ledger.filter((row) => {
        const about = issues.get(row.issue)
        const last = messages.filter(({ person }) => person === row.person).at(-1)
        const putOff = ledger.some((one) => one.issue === row.issue && one.state === row.state && one.again > row.again)
        if (row.sentAt === undefined || row.person === theCouncil || putOff || !about || !last) return false
        const open = [last.at, now].every((at) => isCurrent(row, about, { council, people: known, now: at }))
        return open && row.post !== `${last.day} ${last.number}`
      })
      expect(lost).toEqual([])
    }))
})

describe('in a week in which nothing changes', () => {
  it('what is due is said, unless the budget has no room for it', () => {
    const issues = [0, 1, 2].map(
      (minute) => ({ severity: 'normal', department: 'billing', kind: 'claimed', minute }) as const,
    )
    const { sent } = liveThrough({ every: 7, issues, acts: [], silent: 0 })
    expect(sent.map(({ row }) => [row.issue, row.kind, row.person])).toEqual(
      [1, 2, 3].map((n) => [n, 'quiet', 'U0BEN']),
    )
  })
})
