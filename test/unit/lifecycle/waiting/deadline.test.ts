import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editIssue } from '#domain/decisions/changing/edit.ts'
import { mergeIssue } from '#domain/decisions/joining/merge.ts'
import { moveAgain, type WaitCommand, waitOn } from '#domain/decisions/waiting/wait.ts'
import type { Issue } from '#domain/issue/issue.ts'
import { deadlineOf } from '#domain/time/service-level.ts'
import { addWorkingTime, workingMillisBetween } from '#domain/time/working-time.ts'
import { scorecard } from '#domain/week/scorecard.ts'
import { council as other } from '../../reminders/world.ts'
import { claim } from '../../slack/samples/steps.ts'
import { council, storyOf } from '../../slack/samples/stories.ts'
import { lives } from '../random-life.ts'

const at = (now: Date | string) => ({ council, people: new Map(), now: new Date(now) })

/** Flagged on Tuesday at 10:00 in Berlin: the customer should be told by Friday at 10:00. */
const claimed = storyOf({}, claim()).issue
const due = new Date('2026-11-20T09:00:00Z')

const wait = (issue: Issue, now: string, more: Partial<WaitCommand> = {}) =>
  waitOn(issue, { by: 'U0BEN', on: 'customer', what: 'Which invoice?', ...more }, at(now)).issue
const move = (issue: Issue, now: string) => moveAgain(issue, 'U0BEN', at(now)).issue

describe('the deadline of an issue', () => {
  it('moves by the time that it waited on the customer with a recorded question, in the council’s hours', () => {
    expect(claimed.deadlineAt).toEqual(due)
    const moved = move(wait(claimed, '2026-11-17T11:00:00Z'), '2026-11-18T11:00:00Z')
    expect(moved.deadlineAt).toEqual(new Date('2026-11-23T09:00:00Z'))
    const overNight = move(wait(moved, '2026-11-18T16:00:00Z'), '2026-11-19T09:00:00Z')
    expect(overNight.deadlineAt).toEqual(new Date('2026-11-23T10:30:00Z'))
  })

  it('stays where it is for every other wait, and where no question was recorded', () => {
    for (const more of [
      { on: 'vendor' },
      { on: 'approval' },
      { on: 'department', department: 'support' },
      { what: '' },
    ] as const) {
      const waiting = wait(claimed, '2026-11-17T11:00:00Z', more)
      expect(waiting.deadlineAt).toEqual(due)
      expect(move(waiting, '2026-11-19T11:00:00Z').deadlineAt).toEqual(due)
    }
  })

  it('moves by five working days at most, over all waits', () => {
    const long = move(wait(claimed, '2026-11-17T11:00:00Z'), '2026-12-17T11:00:00Z')
    expect(long.deadlineAt).toEqual(new Date('2026-11-27T09:00:00Z'))
    const first = move(wait(claimed, '2026-11-17T11:00:00Z'), '2026-11-20T11:00:00Z')
    const second = move(wait(first, '2026-11-23T11:00:00Z'), '2026-12-04T11:00:00Z')
    expect(second.deadlineAt).toEqual(new Date('2026-11-27T09:00:00Z'))
  })

  it('that has passed already is not moved by a question that comes too late', () => {
    const late = wait(claimed, '2026-11-20T09:00:00Z')
    expect(late.deadlineAt).toEqual(due)
    expect(move(late, '2026-11-24T09:00:00Z').deadlineAt).toEqual(due)
  })

  it('keeps what it was moved by when the severity is edited, and when it merges with a waiting one', () => {
    const moved = move(wait(claimed, '2026-11-17T11:00:00Z'), '2026-11-18T11:00:00Z')
    const edited = editIssue(moved, { by: 'U0BEN', severity: 'urgent' }, at('2026-11-18T12:00:00Z')).issue
    expect(edited.deadlineAt).toEqual(new Date('2026-11-23T09:00:00Z'))
    const open = editIssue(
      wait(claimed, '2026-11-17T11:00:00Z'),
      { by: 'U0BEN', severity: 'urgent' },
      at('2026-11-18T12:00:00Z'),
    ).issue
    expect(open.deadlineAt).toEqual(new Date('2026-11-27T09:00:00Z'))
    const waiting = wait(claimed, '2026-11-17T11:00:00Z')
    const into = { ...claimed, number: 43 }
    const { other: grown } = mergeIssue(waiting, into, 'U0BEN', at('2026-11-18T11:00:00Z'))
    expect(grown.issue.deadlineAt).toEqual(new Date('2026-11-23T09:00:00Z'))
  })

  it('of an issue that waits has not passed before the wait has used up its five days: no week counts it twice', () => {
    const facts = ({ number, flaggedAt, deadlineAt, moves }: Issue) => [
      { number, flaggedAt, deadlineAt, attempts: moves.attempts },
    ]
    const week = (from: string, to: string) => ({ from: new Date(from), to: new Date(to) })
    const waiting = wait(claimed, '2026-11-19T11:00:00Z')
    const told = move(waiting, '2026-11-24T11:00:00Z')
    const first = week('2026-11-16T08:00:00Z', '2026-11-23T08:00:00Z')
    const second = week('2026-11-23T08:00:00Z', '2026-11-30T08:00:00Z')
    expect(scorecard(facts(waiting), first).toldInTime.n).toBe(0)
    expect(scorecard(facts(told), first).toldInTime.n).toBe(0)
    expect(scorecard(facts(told), second).toldInTime.n).toBe(1)
  })

  it('is the one of its strictest severity, later by what its timeline says it waited, whatever people try', () =>
    fc.assert(
      fc.property(lives(other), (steps) => {
        for (const { issue } of steps) {
          const plain = deadlineOf(other, issue.flaggedAt, issue.strictestSeverity)
          const latest = addWorkingTime(other.calendar, plain, { amount: 5, unit: 'd' })
          expect(issue.deadlineAt.getTime()).toBeGreaterThanOrEqual(plain.getTime())
          expect(issue.deadlineAt.getTime()).toBeLessThanOrEqual(latest.getTime())
          if (issue.wait) continue
          const moved = workingMillisBetween(other.calendar, plain, issue.deadlineAt)
          const all = workingMillisBetween(other.calendar, plain, latest)
          expect(moved).toBe(Math.min(issue.customerWaited ?? 0, all))
        }
      }),
      { numRuns: 200 },
    ))
})
