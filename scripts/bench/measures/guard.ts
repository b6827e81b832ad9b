// How long the guard takes of an issue with 1,000 events: its verdict of every department, and what it says of one that
// held the issue before. Usage: node scripts/bench/measures/guard.ts
import { guardVerdict } from '#domain/handover-guard.ts'
import type { IssueEvent } from '#domain/issue/events.ts'
import type { Moves } from '#domain/issue/issue.ts'
import { lastStay } from '#domain/issue/path.ts'

const events = 1_000
const rounds = 100
const places = ['billing', 'support', 'sales', 'product', 'it']
const now = new Date('2026-11-17T11:00:00Z')

/** An issue that the council sent to and fro for a year, with updates in between. */
const longTimeline = (): readonly IssueEvent[] =>
  Array.from({ length: events }, (_, i): IssueEvent => {
    const at = new Date(now.getTime() - (events - i) * 8 * 3_600_000)
    const [from = '', to = ''] = [places[Math.floor(i / 4) % 5], places[(Math.floor(i / 4) + 1) % 5]]
    if (i === 0) return { kind: 'claimed', at, owner: 'U0BEN', department: 'billing', via: 'button' }
    const words = { kind: 'need', text: 'They know the contract.' } as const
    const id = `d${Math.floor(i / 4)}`
    if (i % 4 === 1)
      return { kind: 'decision_opened', at, id, from, to, reason: 'expertise', why: 'max_hops', review: false, words }
    if (i % 4 === 2) return { kind: 'voted', at, id, person: 'U0MIA' }
    if (i % 4 === 3) return { kind: 'decided', at, id, from, to, owner: 'U0MIA', before: 'U0BEN' }
    return { kind: 'updated', at, via: 'form', words: { kind: 'update', text: 'We look.' } }
  })

/** Milliseconds of each round; the first is not counted. */
export const benchGuard = (): readonly number[] => {
  const timeline = longTimeline()
  const moves: Moves = { held: places, attempts: 400, hops: 1, bounces: 0, refusals: 1, notOurs: 0 }
  const took: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const begun = performance.now()
    for (const to of places) {
      const { verdict } = guardVerdict({ moves, placedByCouncil: false }, to, 2)
      if (verdict !== 'return' || lastStay(timeline, to, now) === undefined) throw new Error(`${to} held it before`)
    }
    if (round > 0) took.push(performance.now() - begun)
  }
  return took
}

if (import.meta.main) {
  const sorted = benchGuard().toSorted((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  process.stdout.write(`the guard on an issue with 1,000 events, five departments: ${median.toFixed(2)} ms\n`)
}
