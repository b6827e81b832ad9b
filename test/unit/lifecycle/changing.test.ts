import { describe, expect, it } from 'vitest'
import type { Council } from '#domain/council.ts'
import { addUpdate } from '#domain/decisions/changing/add-update.ts'
import { editIssue } from '#domain/decisions/changing/edit.ts'
import { keepPromise, promiseCustomer } from '#domain/decisions/changing/promise.ts'
import type { Circumstances } from '#domain/decisions/decision.ts'
import { followIssue, unfollowIssue } from '#domain/decisions/flagging/follow.ts'
import { withdrawIssue } from '#domain/decisions/flagging/withdraw.ts'
import { DomainError } from '#domain/errors.ts'
import type { Issue } from '#domain/issue/issue.ts'
import { claim, close, handTo, resolve, withdraw } from '../slack/samples/steps.ts'
import { council, storyOf } from '../slack/samples/stories.ts'

/** A Wednesday, 16:00 in Berlin. */
const now = new Date('2026-11-18T15:00:00Z')
const around: Circumstances = { council, people: new Map(), now }

const asked = storyOf().issue
const claimed = storyOf({}, claim()).issue
const closed = storyOf({}, claim(), resolve(), close()).issue

const refusalOf = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    if (error instanceof DomainError) return [error.code, error.field].filter(Boolean).join(' at ')
    throw error
  }
  return 'none'
}

describe('an update', () => {
  it('comes from the owner, the flagger, the lead and the council, and ends the quiet', () => {
    for (const by of ['U0BEN', 'U0ANNA', 'U0DANA', 'U0MIA']) {
      const { issue } = addUpdate(claimed, { by, text: 'The bank confirmed it.', via: 'form' }, around)
      expect(issue.lastUpdateAt).toEqual(now)
    }
    expect(refusalOf(() => addUpdate(claimed, { by: 'U0LOU', text: 'Hm.', via: 'form' }, around))).toBe('not_allowed')
  })
  it('needs words, and an issue that is open', () => {
    const say = (issue: Issue, text: string) =>
      refusalOf(() => addUpdate(issue, { by: 'U0ANNA', text, via: 'form' }, around))
    expect(say(claimed, '  ')).toBe('text_missing at update')
    expect(say(claimed, 'x'.repeat(3001))).toBe('text_too_long at update')
    expect(say(closed, 'Late.')).toBe('already_closed')
    expect(say(storyOf({}, withdraw).issue, 'Late.')).toBe('withdrawn')
  })
})

describe('a promise to the customer', () => {
  const promise = (date: string, time?: number, issue = claimed, by = 'U0BEN') =>
    promiseCustomer(issue, { by, what: 'We call.', date, ...(time === undefined ? {} : { time }) }, around)
  it('ends with the working day of the department, or at the time that was said', () => {
    expect(promise('2026-11-19').issue.promiseBy).toEqual(new Date('2026-11-19T16:30:00Z'))
    expect(promise('2026-11-19', 9 * 60).issue.promiseBy).toEqual(new Date('2026-11-19T08:00:00Z'))
    expect(promise('2026-11-18').issue.promiseBy).toEqual(new Date('2026-11-18T16:30:00Z'))
  })
  it('made after closing time for the same day lasts until midnight', () => {
    const late = { ...around, now: new Date('2026-11-18T18:00:00Z') }
    const { issue } = promiseCustomer(claimed, { by: 'U0BEN', what: 'We call.', date: '2026-11-18' }, late)
    expect(issue.promiseBy).toEqual(new Date('2026-11-18T23:00:00Z'))
  })
  it('is not in the past', () => {
    expect(refusalOf(() => promise('2026-11-17'))).toBe('bad_date at promise_by')
    expect(refusalOf(() => promise('2026-11-18', 15 * 60))).toBe('bad_date at promise_time')
    expect(promise('2026-11-18', 16 * 60 + 1).events).toHaveLength(1)
  })
  it('takes the place of the one before, and is kept once', () => {
    const again = promise('2026-11-20', undefined, promise('2026-11-19').issue).issue
    expect(again.promiseBy).toEqual(new Date('2026-11-20T16:30:00Z'))
    const kept = keepPromise(again, 'U0BEN', around)
    expect(kept.issue.promiseBy).toBeUndefined()
    expect(refusalOf(() => keepPromise(kept.issue, 'U0BEN', around))).toBe('no_promise')
  })
  it('is over when the loop is closed', () => {
    const { issue } = promise('2026-11-20')
    const done = resolve()(issue, around).issue
    expect(done.promiseBy).toBeDefined()
    expect(close()(done, around).issue.promiseBy).toBeUndefined()
  })
  it('is made by the owner, their lead and the chair', () => {
    for (const by of ['U0BEN', 'U0DANA', 'U0CARLA'])
      expect(promise('2026-11-19', undefined, claimed, by).events).toHaveLength(1)
    expect(refusalOf(() => promise('2026-11-19', undefined, claimed, 'U0ANNA'))).toBe('not_allowed')
    expect(refusalOf(() => promise('2026-11-19', undefined, asked, 'U0DANA'))).toBe('not_claimed')
  })
})

describe('editing', () => {
  it('records what has changed and nothing else', () => {
    const { events, issue } = editIssue(claimed, { by: 'U0ANNA', severity: 'high', customer: 'c2' }, around)
    expect(events).toEqual([{ kind: 'edited', at: now, actor: 'U0ANNA', customer: 'c2' }])
    expect(issue).toMatchObject({ severity: 'high', stage: 'pay', customer: 'c2' })
    expect(editIssue(claimed, { by: 'U0ANNA', severity: 'high', stage: 'pay' }, around).events).toEqual([])
  })
  it('remembers the strictest severity, and lets the deadline follow it', () => {
    const quick: Council = {
      ...council,
      rules: { ...council.rules, resolveWithin: { ...council.rules.resolveWithin, urgent: { amount: 1, unit: 'd' } } },
    }
    const at = { ...around, council: quick }
    const urgent = editIssue(claimed, { by: 'U0ANNA', severity: 'urgent' }, at).issue
    const mild = editIssue(urgent, { by: 'U0ANNA', severity: 'low' }, at).issue
    expect(mild).toMatchObject({ severity: 'low', strictestSeverity: 'urgent' })
    expect(mild.deadlineAt).toEqual(urgent.deadlineAt)
    expect(urgent.deadlineAt < claimed.deadlineAt).toBe(true)
  })
  it('asks at the new stage while nobody has claimed, and leaves a claimed one where it is', () => {
    const moved = editIssue(
      asked,
      { by: 'U0ANNA', severity: 'high', stage: 'onboard' },
      {
        ...around,
        people: new Map([['U0ANNA', { id: 'U0ANNA', name: 'Anna', kind: 'member', admin: false, timeZone: 'UTC' }]]),
      },
    )
    expect(moved.events.map(({ kind }) => kind)).toEqual(['edited', 'asked'])
    expect(moved.issue).toMatchObject({ department: 'support', stage: 'onboard' })
    const stayed = editIssue(claimed, { by: 'U0BEN', severity: 'high', stage: 'onboard' }, around).issue
    expect(stayed).toMatchObject({ department: 'billing', stage: 'onboard', owner: 'U0BEN' })
  })
  it('is refused for what was closed meanwhile, for strangers to it, and for a stage that is gone', () => {
    const edit = (issue: Issue, by: string, stage?: string) =>
      refusalOf(() => editIssue(issue, { by, severity: 'low', ...(stage === undefined ? {} : { stage }) }, around))
    expect(edit(closed, 'U0ANNA')).toBe('already_closed')
    expect(edit(claimed, 'U0LOU')).toBe('not_allowed')
    expect(edit(claimed, 'U0ANNA', 'gone')).toBe('stage_unknown at stage')
  })
})

describe('withdrawing by the chair', () => {
  it('needs a reason, ends a pending handover, and leaves nobody accountable', () => {
    const handed = storyOf({}, claim(), handTo('support')).issue
    const { issue, events } = withdrawIssue(handed, { by: 'U0CARLA', reason: 'A test.' }, around)
    expect(events.map(({ kind }) => kind)).toEqual(['handover_cancelled', 'withdrawn'])
    expect([issue.owner, issue.handover, issue.state]).toEqual([undefined, undefined, 'withdrawn'])
    expect(refusalOf(() => withdrawIssue(handed, { by: 'U0CARLA', reason: ' ' }, around))).toBe(
      'text_missing at reason',
    )
    expect(refusalOf(() => withdrawIssue(handed, { by: 'U0BEN', reason: 'No.' }, around))).toBe('not_allowed')
    expect(refusalOf(() => withdrawIssue(closed, { by: 'U0CARLA', reason: 'No.' }, around))).toBe('already_closed')
  })
})

describe('following', () => {
  it('begins and ends with a press, each once', () => {
    const follows = followIssue(claimed, 'U0MIA', around)
    expect(followIssue(follows.issue, 'U0MIA', around).events).toEqual([])
    const left = unfollowIssue(follows.issue, 'U0MIA', around)
    expect(left.issue.followers).toEqual([])
    expect(unfollowIssue(left.issue, 'U0MIA', around).events).toEqual([])
  })
  it('never ends for the flagger, who asked for the issue', () => {
    expect(refusalOf(() => unfollowIssue(claimed, 'U0ANNA', around))).toBe('not_allowed')
  })
})
