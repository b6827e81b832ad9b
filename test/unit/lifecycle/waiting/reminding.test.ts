import { describe, expect, it } from 'vitest'
import { dueOf, isCurrent, nextLookAt } from '#domain/reminders/due.ts'
import { isQuiet } from '#domain/reminders/quiet.ts'
import { at, circumstances, claimed, council, tuesday } from '../../reminders/world.ts'

const until = at('24T08:00')
const waiting = claimed({ wait: { on: 'vendor', since: tuesday, until, question: false } })
const state = `${tuesday.toISOString()}:${until.toISOString()}`

const due = (issue: typeof waiting, now: Date, noted: Parameters<typeof dueOf>[1] = []) =>
  dueOf(issue, noted, circumstances(now)).rows.map(({ kind, state, person }) => [kind, state, person])

describe('an issue that waits until a day', () => {
  it('is not quiet before that day, and its owner is reminded of nothing', () => {
    expect(due(waiting, at('24T07:59'))).toEqual([])
    expect(isQuiet(council, waiting, at('24T07:59'))).toBe(false)
    expect(nextLookAt(waiting, circumstances(tuesday))).toEqual(until)
  })

  it('asks its owner once on that day whether it still waits', () => {
    expect(due(waiting, until)).toEqual([['wait', state, 'U0BEN']])
    const noted = [{ kind: 'wait', state, person: 'U0BEN', said: true }] as const
    expect(due(waiting, at('24T15:59'), noted)).toEqual([])
  })

  it('is quiet when nothing is heard for as long as usual after that day', () => {
    expect(isQuiet(council, waiting, at('24T15:59'))).toBe(false)
    expect(isQuiet(council, waiting, at('24T16:00'))).toBe(true)
  })

  it('is asked about no more once it moves again or waits until another day', () => {
    const row = { issue: waiting.number, kind: 'wait', state, person: 'U0BEN', again: 0 } as const
    expect(isCurrent(row, waiting, circumstances(until))).toBe(true)
    const later = claimed({ wait: { on: 'vendor', since: tuesday, until: at('27T08:00'), question: false } })
    expect(isCurrent(row, later, circumstances(until))).toBe(false)
    expect(isCurrent(row, claimed(), circumstances(until))).toBe(false)
  })
})

describe('an issue that waits without a day', () => {
  it('is quiet as any other', () => {
    const endless = claimed({ wait: { on: 'vendor', since: tuesday, question: false } })
    expect(isQuiet(council, endless, at('19T08:59'))).toBe(false)
    expect(isQuiet(council, endless, at('19T09:00'))).toBe(true)
    expect(due(endless, at('27T09:00'))).toEqual([['quiet', tuesday.toISOString(), 'U0BEN']])
  })
})
