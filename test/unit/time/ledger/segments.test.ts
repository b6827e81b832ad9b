import { describe, expect, it } from 'vitest'
import { segmentsOf } from '#domain/time-ledger/segments.ts'
import type { LedgerEvent } from '#domain/time-ledger/standing.ts'
import { sharesOf, workingOf } from '#domain/time-ledger/time-spent.ts'
import { council } from '../../reminders/world.ts'

/** Hours after Monday, 09:00 in Berlin. */
const at = (hours: number): Date => new Date(Date.parse('2026-11-16T08:00:00Z') + hours * 3_600_000)

type Happened = readonly [number, string, Partial<LedgerEvent>?]

/** A timeline of events, each so many hours after Monday morning. */
const timeline = (...events: readonly Happened[]): readonly LedgerEvent[] => [
  { kind: 'flagged', at: at(0), severity: 'normal' },
  { kind: 'asked', at: at(0), department: 'billing' },
  ...events.map(([hours, kind, more]) => ({ kind, at: at(hours), ...more })),
]

const claimed = [1, 'claimed', { owner: 'U0BEN', department: 'billing' }] as const

/** “cause department holder for so many hours”. */
const told = (events: readonly LedgerEvent[], until: number) =>
  segmentsOf(events, at(until)).map(
    ({ cause, department, holder, from, to }) =>
      `${cause} ${department ?? 'nowhere'} ${holder ?? 'nobody'} ${(to.getTime() - from.getTime()) / 3_600_000}`,
  )

describe('the time of an issue', () => {
  it('goes to nobody before the claim, then to its owner until the customer is told', () => {
    const events = timeline(claimed, [3, 'resolved'], [5, 'closed'])
    expect(told(events, 9)).toEqual(['unclaimed billing nobody 1', 'working billing U0BEN 4'])
  })

  it('of a pending handover is not the sender’s, whether it is accepted, returned, expired, taken back or cancelled', () => {
    const asked = [2, 'handover_asked', { to: 'support' }] as const
    const accepted = timeline(claimed, asked, [5, 'handover_accepted', { to: 'support', owner: 'U0ANNA' }])
    expect(told(accepted, 6)).toEqual([
      'unclaimed billing nobody 1',
      'working billing U0BEN 1',
      'handover_pending billing U0BEN 3',
      'working support U0ANNA 1',
    ])
    for (const kind of ['handover_returned', 'handover_expired', 'handover_taken_back', 'handover_cancelled'])
      expect(told(timeline(claimed, asked, [5, kind, { to: 'support' }]), 6).slice(2)).toEqual([
        'handover_pending billing U0BEN 3',
        'working billing U0BEN 1',
      ])
  })

  it('is pending while the council has not decided, and moves at once where it was urgent', () => {
    const decided = timeline(
      claimed,
      [2, 'decision_opened', { to: 'support', review: false }],
      [4, 'voted'],
      [6, 'decided', { to: 'support', owner: 'U0ANNA' }],
      [7, 'named_cannot', { department: 'support' }],
      [7, 'decision_opened', { review: false }],
      [9, 'decided', { to: 'billing', owner: 'U0LOU' }],
    )
    expect(told(decided, 10).slice(1)).toEqual([
      'working billing U0BEN 1',
      'handover_pending billing U0BEN 4',
      'working support U0ANNA 1',
      'handover_pending support U0ANNA 2',
      'working billing U0LOU 1',
    ])
    const urgent = timeline(
      claimed,
      [2, 'decision_opened', { to: 'support', review: true }],
      [2, 'moved_at_once', { to: 'support', owner: 'U0ANNA' }],
      [8, 'decision_cancelled'],
    )
    expect(told(urgent, 9).slice(1)).toEqual(['working billing U0BEN 1', 'working support U0ANNA 7'])
    expect(told(timeline(claimed, [2, 'decision_opened'], [3, 'decision_cancelled']), 4).slice(2)).toEqual([
      'handover_pending billing U0BEN 1',
      'working billing U0BEN 1',
    ])
  })

  it('that waits goes to what it waits on, unless a handover is pending', () => {
    const events = timeline(
      claimed,
      [2, 'waiting_started', { on: 'department', department: 'support' }],
      [3, 'waiting_ended'],
      [3, 'waiting_started', { on: 'vendor' }],
      [4, 'handover_asked', { to: 'support' }],
      [5, 'handover_returned', { to: 'support' }],
      [6, 'resolved'],
    )
    expect(told(events, 7).slice(1)).toEqual([
      'working billing U0BEN 1',
      'waiting_department billing U0BEN 1',
      'waiting_vendor billing U0BEN 1',
      'handover_pending billing U0BEN 1',
      'waiting_vendor billing U0BEN 1',
      'working billing U0BEN 1',
    ])
  })

  it('stays with its department when a colleague takes it over, and stops while it is closed', () => {
    const events = timeline(
      claimed,
      [2, 'pass_asked', { department: 'billing' }],
      [3, 'pass_accepted', { owner: 'U0LOU', department: 'billing' }],
      [4, 'closed'],
      [9, 'reopened', { owner: 'U0LOU' }],
      [10, 'withdrawn'],
    )
    expect(told(events, 20).slice(1)).toEqual([
      'working billing U0BEN 2',
      'working billing U0LOU 1',
      'working billing U0LOU 1',
    ])
  })

  it('is not changed by what the clock does not know', () => {
    const plain = timeline(claimed)
    const more = timeline(claimed, [2, 'updated'], [3, 'something_new', { to: 'support', owner: 'U0X' }])
    expect(told(more, 4)).toEqual(told(plain, 4))
  })
})

describe('the working time of an issue', () => {
  it('counts in the hours of the department that has to act, and every hour where an urgent one has somebody on call', () => {
    const night = (more: Partial<LedgerEvent>, ...then: readonly Happened[]) =>
      segmentsOf(
        timeline([0, 'details_added', more], [0, 'claimed', { owner: 'U0BEN', department: 'billing' }], ...then),
        at(24),
      ).map((segment) => workingOf(council, segment) / 3_600_000)
    expect(night({ severity: 'normal' })).toEqual([8])
    expect(night({ severity: 'urgent' })).toEqual([8])
    expect(night({ severity: 'urgent' }, [0, 'handover_asked', { to: 'support' }])).toEqual([24])
    const waits = { on: 'department', department: 'support' }
    expect(night({ severity: 'urgent' }, [0, 'waiting_started', waits])).toEqual([24])
  })

  it('is told by department at work, and by what held it up', () => {
    const events = timeline(
      [1, 'claimed', { owner: 'U0BEN', department: 'billing' }],
      [3, 'handover_asked', { to: 'support' }],
      [5, 'handover_accepted', { to: 'support', owner: 'U0ANNA' }],
      [6, 'waiting_started', { on: 'department', department: 'billing' }],
      [30, 'waiting_ended'],
      [31, 'waiting_started', { on: 'customer' }],
    )
    const hour = 3_600_000
    expect(sharesOf(council, segmentsOf(events, at(33)))).toEqual([
      { cause: 'unclaimed', department: 'billing', wall: hour, working: hour },
      { cause: 'working', department: 'billing', wall: 2 * hour, working: 2 * hour },
      { cause: 'handover_pending', wall: 2 * hour, working: 2 * hour },
      { cause: 'working', department: 'support', wall: 2 * hour, working: 2 * hour },
      { cause: 'waiting_department', department: 'billing', wall: 24 * hour, working: 8 * hour },
      { cause: 'waiting_customer', wall: 2 * hour, working: hour },
    ])
  })
})
