import { describe, expect, it } from 'vitest'
import { snoozedUntil, snoozeReminders } from '#domain/reminders/snooze.ts'
import { at, circumstances, claimed, issue, tuesday } from './world.ts'

const row = {
  issue: 1,
  kind: 'unclaimed',
  state: '1:owner',
  person: 'U0BEN',
  again: 0,
  dueAt: at('17T11:00'),
  sentAt: at('17T11:00'),
  post: 'reminder:U0BEN:2026-11-17:1',
} as const

const until = (snooze: Parameters<typeof snoozedUntil>[0], now: Date) =>
  snoozedUntil(snooze, 'U0BEN', issue(), circumstances(now))

describe('a snooze', () => {
  it('ends in the person’s hours: after an hour, on the next working day, in the next week', () => {
    expect(until('1h', at('17T11:00'))).toEqual(at('17T12:00'))
    expect(until('1h', at('17T15:30'))).toEqual(at('19T08:00'))
    expect(until('tomorrow', at('17T11:00'))).toEqual(at('19T08:00'))
    expect(until('next_week', at('17T11:00'))).toEqual(at('23T08:00'))
    expect(until('next_week', at('22T11:00'))).toEqual(at('23T08:00'))
  })

  it('has what was said said once more, and notes who put it off', () => {
    const by = { by: 'U0BEN', snooze: '1h' } as const
    const { rows, decision } = snoozeReminders(issue(), [row], by, circumstances(at('17T11:05')))
    expect(rows).toMatchObject([{ state: '1:owner', again: 1, sendAt: at('17T12:05') }])
    expect(rows[0]).not.toHaveProperty('sentAt')
    expect(decision.events).toMatchObject([{ kind: 'snoozed', person: 'U0BEN', until: at('17T12:05') }])
    expect(decision.issue.lastUpdateAt).toEqual(tuesday)
  })

  it('pressed again gives another time to what waits already', () => {
    const waiting = { ...row, again: 1, sentAt: undefined, sendAt: at('17T12:05') }
    const { sentAt: _, ...again } = waiting
    const by = { by: 'U0BEN', snooze: 'tomorrow' } as const
    const { rows } = snoozeReminders(issue(), [row, again], by, circumstances(at('17T11:10')))
    expect(rows).toMatchObject([{ again: 1, sendAt: at('19T08:00') }])
  })

  it('is refused where nothing is open for the person', () => {
    const snooze = (of: typeof row, by: string, about = issue()) =>
      snoozeReminders(about, [of], { by, snooze: '1h' }, circumstances(at('17T11:10')))
    expect(() => snooze(row, 'U0LOU')).toThrow(expect.objectContaining({ code: 'nothing_to_snooze' }))
    expect(() => snooze(row, 'U0BEN', claimed())).toThrow(expect.objectContaining({ code: 'nothing_to_snooze' }))
  })
})
