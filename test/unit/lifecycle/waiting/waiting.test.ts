import { describe, expect, it } from 'vitest'
import { releaseClaim } from '#domain/decisions/asking/claim.ts'
import { withdrawIssue } from '#domain/decisions/flagging/withdraw.ts'
import { mergeIssue } from '#domain/decisions/joining/merge.ts'
import { moveAgain, type WaitCommand, waitOn, waitOnward } from '#domain/decisions/waiting/wait.ts'
import { usualWakeUp } from '#domain/decisions/waiting/wake-up.ts'
import { DomainError } from '#domain/errors.ts'
import type { Issue } from '#domain/issue/issue.ts'
import { accept, claim, handTo, promise, resolve } from '../../slack/samples/steps.ts'
import { council, storyOf } from '../../slack/samples/stories.ts'

/** Tuesday, 12:00 in Berlin. */
const noon = new Date('2026-11-17T11:00:00Z')
const anna = { id: 'U0ANNA', name: 'Anna', kind: 'member', admin: false, timeZone: 'Europe/Berlin' } as const
const at = (now: Date | string) => ({ council, people: new Map([[anna.id, anna]]), now: new Date(now) })
const claimed = storyOf({}, claim()).issue

const wait = (more: Partial<WaitCommand> = {}, issue: Issue = claimed, now: Date | string = noon) =>
  waitOn(issue, { by: 'U0BEN', on: 'customer', what: 'Which invoice?', wakeUp: '2026-11-20', ...more }, at(now))

const refusalOf = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    if (error instanceof DomainError) return [error.code, error.field].filter(Boolean).join(' at ')
    throw error
  }
  return 'none'
}

describe('an issue that waits', () => {
  it('says on what, since when and until which morning, and that is an update', () => {
    const { issue, events } = wait()
    expect(issue.wait).toEqual({
      on: 'customer',
      since: noon,
      until: new Date('2026-11-20T08:00:00Z'),
      question: true,
    })
    expect(issue.lastUpdateAt).toEqual(noon)
    expect(events).toEqual([
      {
        kind: 'waiting_started',
        at: noon,
        actor: 'U0BEN',
        on: 'customer',
        until: new Date('2026-11-20T08:00:00Z'),
        question: true,
        words: { kind: 'wait', text: 'Which invoice?' },
      },
    ])
  })

  it('wakes up on the next working day when the chosen one is none', () => {
    expect(wait({ wakeUp: '2026-11-21' }).issue.wait?.until).toEqual(new Date('2026-11-23T08:00:00Z'))
  })

  it('is said to wait by its owner, and by the lead and the chair on their behalf', () => {
    expect(wait({ by: 'U0DANA' }).events[0]).toMatchObject({ actor: 'U0DANA', onBehalfOf: 'U0BEN' })
    expect(wait({ by: 'U0CARLA' }).events[0]).toMatchObject({ actor: 'U0CARLA', onBehalfOf: 'U0BEN' })
    for (const by of ['U0LOU', 'U0ANNA', 'U0MIA']) expect(refusalOf(() => wait({ by }))).toBe('not_allowed')
  })

  it('needs to say which department, what approval and which vendor, and not its own department', () => {
    const { on, ...nothing } = { on: 'department', what: '' } as const
    expect(refusalOf(() => wait({ on, ...nothing }))).toBe('wait_unclear at department')
    expect(refusalOf(() => wait({ on, department: 'billing' }))).toBe('same_department at department')
    expect(refusalOf(() => wait({ on, department: 'nowhere' }))).toBe('department_unknown at department')
    expect(refusalOf(() => wait({ on: 'approval', what: ' ' }))).toBe('wait_unclear at waits_for')
    expect(refusalOf(() => wait({ on: 'vendor', what: '' }))).toBe('wait_unclear at waits_for')
    expect(wait({ on, department: 'support', what: '' }).issue.wait).toMatchObject({ on, department: 'support' })
    expect(wait({ on: 'customer', what: '' }).issue.wait).toMatchObject({ question: false })
    expect(wait({ on: 'vendor', department: 'support' }).issue.wait).not.toHaveProperty('department')
  })

  it('wakes up tomorrow at the earliest and within half a year', () => {
    expect(refusalOf(() => wait({ wakeUp: '2026-11-17' }))).toBe('bad_date at wake_up')
    expect(refusalOf(() => wait({ wakeUp: '2027-05-17' }))).toBe('wait_too_long at wake_up')
    expect(wait({ wakeUp: '2027-05-16' }).issue.wait?.until).toBeDefined()
  })

  it('suggests three working days, and the next one where it is urgent or high', () => {
    const on = (severity: Issue['severity'], now: string) =>
      usualWakeUp(council, { department: 'billing', severity }, new Date(now))
    expect(on('normal', '2026-11-17T11:00:00Z')).toBe('2026-11-20')
    expect(on('normal', '2026-11-20T11:00:00Z')).toBe('2026-11-25')
    expect(on('urgent', '2026-11-20T11:00:00Z')).toBe('2026-11-23')
    expect(on('high', '2026-11-17T02:00:00Z')).toBe('2026-11-18')
  })

  it('waits on one thing at a time', () => {
    const { issue, events } = wait({ on: 'vendor', what: 'The bank' }, wait().issue, '2026-11-18T11:00:00Z')
    expect(issue.wait).toMatchObject({ on: 'vendor', since: new Date('2026-11-18T11:00:00Z') })
    expect(events.map((event) => [event.kind, 'why' in event ? event.why : ''])).toEqual([
      ['waiting_ended', 'replaced'],
      ['waiting_started', ''],
    ])
  })

  it('moves again, or still waits until another day', () => {
    const onward = waitOnward(wait().issue, { by: 'U0BEN', wakeUp: '2026-11-24' }, at('2026-11-20T09:00:00Z')).issue
    expect(onward.wait).toMatchObject({ since: noon, until: new Date('2026-11-24T08:00:00Z') })
    expect(onward.lastUpdateAt).toEqual(new Date('2026-11-20T09:00:00Z'))
    const { issue, events } = moveAgain(onward, 'U0DANA', at('2026-11-20T10:00:00Z'))
    expect(issue).not.toHaveProperty('wait')
    expect(events).toMatchObject([{ kind: 'waiting_ended', why: 'moving', actor: 'U0DANA', onBehalfOf: 'U0BEN' }])
    expect(refusalOf(() => moveAgain(issue, 'U0BEN', at(noon)))).toBe('not_waiting')
    expect(refusalOf(() => waitOnward(issue, { by: 'U0BEN', wakeUp: '2026-11-24' }, at(noon)))).toBe('not_waiting')
    expect(refusalOf(() => moveAgain(onward, 'U0LOU', at(noon)))).toBe('not_allowed')
  })

  it('is claimed: before that, and once it is resolved, nothing can wait', () => {
    expect(refusalOf(() => wait({}, storyOf().issue))).toBe('not_claimed')
    expect(refusalOf(() => wait({}, storyOf({}, claim(), resolve()).issue))).toBe('already_resolved')
  })

  it('waits no more once it is resolved, handed over, merged, withdrawn or released', () => {
    const waiting = wait().issue
    const later = at('2026-11-17T11:05:00Z')
    const handed = handTo('support')(waiting, later).issue
    const merged = mergeIssue(waiting, { ...claimed, number: 43 }, 'U0BEN', later).issue
    const ended = [
      resolve()(waiting, later),
      accept(handed, later),
      merged,
      withdrawIssue(waiting, { by: 'U0CARLA', reason: 'A drill.' }, later),
      releaseClaim({ ...waiting, claimedAt: noon }, 'U0BEN', later),
    ]
    expect(ended.map(({ issue }) => issue.wait)).toEqual(ended.map(() => undefined))
    expect(ended.map(({ events }) => events.find(({ kind }) => kind === 'waiting_ended'))).toMatchObject([
      { why: 'resolved' },
      { why: 'moved' },
      { why: 'merged' },
      { why: 'withdrawn' },
      { why: 'released' },
    ])
    expect(promise(waiting, later).issue.wait).toEqual(waiting.wait)
    expect(handed.wait).toEqual(waiting.wait)
  })
})
