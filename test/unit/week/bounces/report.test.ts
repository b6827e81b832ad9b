import { describe, expect, it } from 'vitest'
import type { MovedIssue, MoveEvent } from '#domain/bounces/moves.ts'
import { bounceReport } from '#domain/bounces/report.ts'

const at = (day: number): Date => new Date(Date.parse('2026-11-02T08:00:00Z') + day * 86_400_000)
const period = { from: at(0), to: at(28) }

type Happened = readonly [number, string, Omit<MoveEvent, 'kind' | 'at'>]

let last = 0
const issue = (more: Partial<MovedIssue>, ...events: readonly Happened[]): MovedIssue => {
  last += 1
  const timeline = events.map(([day, kind, rest]) => ({ kind, at: at(day), ...rest }))
  return { number: last, state: 'claimed', attempts: 1, timeline, ...more }
}

const asked = [-1, 'asked', { department: 'support' }] as const
const accepted = (day: number, from: string, to: string): Happened => [day, 'handover_accepted', { id: 'h', from, to }]
const report = (...issues: readonly MovedIssue[]) => bounceReport(issues, period)
const times = <T>(count: number, make: (i: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, i) => make(i))

describe('the pairs of a report of bounces', () => {
  const there = () => issue({}, asked, accepted(1, 'support', 'billing'))
  const andBack = () => issue({}, asked, accepted(1, 'support', 'billing'), accepted(2, 'billing', 'support'))

  it('are of no order, count each issue once, and say how many went back to where they had been', () => {
    expect(report(...times(3, there), ...times(2, andBack)).pairs).toEqual([
      { between: ['billing', 'support'], issues: 5, back: 2 },
    ])
  })

  it('are told from five issues on', () => {
    expect(report(...times(4, andBack)).pairs).toEqual([])
  })

  it('count every try: refused, returned, left unanswered and claimed for another department, but not what was taken back', () => {
    const way = { from: 'support', to: 'billing' }
    const tries = [
      issue({}, asked, [1, 'not_ours', way]),
      issue({}, asked, [1, 'handover_returned', way]),
      issue({}, asked, [1, 'handover_expired', way]),
      issue({}, asked, [1, 'claimed', { department: 'billing', from: 'support' }]),
      issue({}, asked, accepted(1, 'support', 'billing')),
    ]
    const none = [
      issue({}, asked, [1, 'handover_taken_back', way]),
      issue({}, asked, [1, 'handover_cancelled', way]),
      issue({}, asked, [1, 'claimed', { department: 'support' }]),
      issue({}, asked, [1, 'decided', way]),
      issue({}, asked, accepted(-1, 'support', 'billing')),
      issue({}, asked, accepted(28, 'support', 'billing')),
    ]
    expect(report(...tries, ...none)).toMatchObject({
      tried: 5,
      pairs: [{ between: ['billing', 'support'], issues: 5, back: 0 }],
    })
  })

  it('know who held it before the period', () => {
    const old = () => issue({}, asked, accepted(-0.5, 'support', 'billing'), accepted(2, 'billing', 'support'))
    expect(report(...times(5, old)).pairs).toMatchObject([{ issues: 5, back: 5 }])
  })
})

describe('the issues sent around', () => {
  it('are those with two tries or more, most first; those merged or withdrawn are left out', () => {
    const one = issue({ attempts: 1 }, asked, accepted(1, 'support', 'billing'))
    const two = issue({ attempts: 2 }, asked, accepted(1, 'support', 'billing'))
    const four = issue({ attempts: 4 }, asked, accepted(1, 'support', 'billing'))
    const old = issue({ attempts: 4 }, asked, accepted(-0.5, 'support', 'billing'))
    const gone = ['merged', 'withdrawn'].map((state) =>
      issue({ attempts: 3, state }, asked, accepted(1, 'support', 'billing')),
    )
    expect(report(one, two, four, old, ...gone).sentAround).toEqual([
      { number: four.number, attempts: 4 },
      { number: two.number, attempts: 2 },
    ])
  })
})

describe('what was stopped', () => {
  const back = [1, 'handover_asked', { id: 'r', from: 'billing', to: 'support', verdict: 'return' }] as const
  const opened = [1, 'decision_opened', { id: 'd', from: 'billing', to: 'support', review: false }] as const
  const decided = (to: string): Happened => [2, 'decided', { id: 'd', from: 'billing', to }]

  it('is a move back that was returned, left unanswered, taken back or cancelled, and not one that was made', () => {
    const ends = ['handover_returned', 'handover_expired', 'handover_taken_back', 'handover_cancelled']
    const stopped = ends.map((kind) => issue({}, back, [2, kind, { id: 'r', to: 'support' }]))
    const made = issue({}, back, [2, 'handover_accepted', { id: 'r', from: 'billing', to: 'support' }])
    const clear = issue(
      {},
      [1, 'handover_asked', { id: 'r', to: 'support', verdict: 'clear' }],
      [2, 'handover_returned', { id: 'r', to: 'support' }],
    )
    expect(report(...stopped, made, clear, issue({}, back)).stopped).toEqual(
      stopped.map(({ number }) => ({ number, to: 'support', by: 'return' })),
    )
  })

  it('is a wish that the council did not follow, and not one that it followed, has not settled, or looks at afterwards', () => {
    const elsewhere = issue({}, opened, decided('sales_ops'))
    const cancelled = issue({}, opened, [2, 'decision_cancelled', { id: 'd' }])
    const urgent = [1, 'decision_opened', { id: 'd', to: 'support', review: true }] as const
    const others = [issue({}, opened, decided('support')), issue({}, opened), issue({}, urgent, decided('billing'))]
    expect(report(elsewhere, cancelled, ...others).stopped).toEqual(
      [elsewhere, cancelled].map(({ number }) => ({ number, to: 'support', by: 'council' })),
    )
  })
})

describe('what the council decided', () => {
  const decided = [2, 'decided', { id: 'd', from: 'billing', to: 'support' }] as const

  it('held when it was solved there, holds so far, or did not hold', () => {
    const held = [issue({ state: 'resolved' }, decided), issue({ state: 'closed' }, decided)]
    const soFar = issue({}, decided)
    const not = [
      issue({}, decided, [3, 'named_cannot', { id: 'e', department: 'support' }]),
      issue({ state: 'closed' }, decided, [4, 'decided', { id: 'f', to: 'billing' }]),
    ]
    const told = report(...held, soFar, ...not).decided
    expect(told.map(({ number, held: stayed }) => [number, stayed])).toEqual([
      ...held.map(({ number }) => [number, 'held']),
      [soFar.number, 'so_far'],
      [not[0]?.number, 'not'],
      [not[1]?.number, 'not'],
      [not[1]?.number, 'held'],
    ])
  })
})
