import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCouncilFile } from '#adapters/council-file/read-council-file.ts'
import { standsStill } from '#domain/decisions/moving/handover-clock.ts'
import type { IssueEvent } from '#domain/issue/events.ts'
import { isOpen } from '#domain/issue/issue.ts'
import { pathOf } from '#domain/issue/path.ts'
import { severities } from '#domain/severity.ts'
import type { Step } from './random-life.ts'
import { lives } from './random-life.ts'
import { recount } from './recount.ts'

const read = readCouncilFile(readFileSync('practice/council.yml', 'utf8'))
if (!('council' in read)) throw new Error('the practice council has mistakes')
const { council } = read

const always = (holds: (steps: readonly Step[]) => void) =>
  fc.assert(fc.property(lives(council), holds), { numRuns: 400 })

const owned = new Set(['claimed', 'resolved', 'closed'])

const ownerships = new Set<IssueEvent['kind']>([
  'claimed',
  'released',
  'handover_accepted',
  'pass_accepted',
  'decided',
  'moved_at_once',
  'reopened',
  'withdrawn',
])

describe('an issue, whatever people try', () => {
  it('has exactly one owner from the claim to the close, also while a handover is pending, and none before', () =>
    always((steps) => {
      for (const { issue } of steps)
        expect([issue.number, issue.owner !== undefined]).toEqual([1, owned.has(issue.state)])
    }))

  it('changes its owner only by a claim, a release, an accepted handover or pass, the council, or a reopening', () =>
    always((steps) => {
      for (const { before, issue, events } of steps.slice(1)) {
        const moved = events.some((event) => ownerships.has(event.kind))
        if (!moved) expect(issue.owner).toBe(before?.owner)
      }
    }))

  it('counts its moves as a recount of its timeline does', () =>
    always((steps) => {
      const timeline = steps.flatMap((step) => step.events)
      expect(steps.at(-1)?.issue.moves).toEqual(recount(timeline))
    }))

  it('keeps a promise to the customer open only while it is open itself', () =>
    always((steps) => {
      for (const { issue } of steps) if (issue.promiseBy) expect(isOpen(issue)).toBe(true)
    }))

  it('remembers the strictest severity it ever had', () =>
    always((steps) => {
      for (const { before, issue } of steps.slice(1))
        expect(severities.indexOf(issue.strictestSeverity)).toBeGreaterThanOrEqual(
          Math.max(severities.indexOf(before?.strictestSeverity ?? 'low'), severities.indexOf(issue.severity)),
        )
    }))

  it('has a pending handover only while somebody works on it', () =>
    always((steps) => {
      for (const { issue } of steps) if (issue.handover) expect(issue.state).toBe('claimed')
    }))

  it('waits only while somebody works on it, and says so in its timeline', () =>
    always((steps) => {
      let waiting = false
      for (const { issue, events } of steps) {
        for (const event of events) {
          if (event.kind === 'waiting_started' || event.kind === 'waiting_ended') {
            expect(waiting).toBe(event.kind === 'waiting_ended')
            waiting = event.kind === 'waiting_started'
          }
        }
        expect(issue.wait !== undefined).toBe(waiting)
        if (issue.wait) expect(issue.state).toBe('claimed')
      }
    }))

  it('is asked about once by its receiver, and nobody’s silence ends it before the answer', () =>
    always((steps) => {
      const asked = steps.flatMap(({ events }) => events).filter(({ kind }) => kind === 'handover_question')
      expect(new Set(asked.map((event) => 'id' in event && event.id)).size).toBe(asked.length)
      for (const { before, events } of steps) {
        const silent = events.some(({ kind }) => kind === 'handover_lead_asked' || kind === 'handover_expired')
        if (silent) expect(before?.handover && standsStill(before.handover)).toBe(false)
      }
    }))

  it('asks a lead at most once for each handover, and lets none end twice', () =>
    always((steps) => {
      const timeline = steps.flatMap(({ events }) => events)
      const of = (...kinds: readonly string[]) =>
        timeline.flatMap((event) => (kinds.includes(event.kind) && 'id' in event ? [event.id] : []))
      const leads = of('handover_lead_asked')
      const ends = of(
        ...['handover_accepted', 'handover_returned', 'handover_expired'],
        ...['handover_taken_back', 'handover_cancelled'],
      )
      expect([new Set(leads).size, new Set(ends).size]).toEqual([leads.length, ends.length])
      const pending = of('handover_asked').filter((id) => !ends.includes(id))
      const last = steps.at(-1)?.issue.handover
      expect(pending).toEqual(last && last.pass === undefined ? [last.id] : [])
    }))

  it('leaves owner and attempts as they are when a handover is taken back, and counts one that nobody answered', () =>
    always((steps) => {
      for (const { before, issue, events } of steps) {
        const ended = events.find(({ kind }) => kind === 'handover_taken_back' || kind === 'handover_expired')
        if (!ended) continue
        const counted = ended.kind === 'handover_expired' ? 1 : 0
        expect(issue.owner).toBe(before?.owner)
        expect(issue.moves.attempts - (before?.moves.attempts ?? 0)).toBe(counted)
        expect(issue.moves.refusals - (before?.moves.refusals ?? 0)).toBe(counted)
      }
    }))

  it('passes within its department without a hop, an attempt, a new card or a moment without an owner', () =>
    always((steps) => {
      for (const { before, issue, events } of steps.slice(1)) {
        if (!events.some((event) => event.kind === 'pass_accepted')) continue
        expect(issue).toMatchObject({ department: before?.department, card: before?.card, moves: before?.moves })
        expect([before?.owner, issue.owner]).not.toContain(undefined)
        const answered = events.some((event) => event.kind === 'pass_accepted' && event.id === before?.handover?.id)
        if (answered) expect(issue.handover).toBeUndefined()
      }
    }))

  it('never hops more often than the council allows', () =>
    always((steps) => {
      expect(steps.at(-1)?.issue.moves.hops).toBeLessThanOrEqual(council.rules.maxHops)
    }))

  it('goes back to a department only with a word on what has changed, and never a second time', () =>
    always((steps) => {
      const timeline = steps.flatMap((step) => step.events)
      const returns = timeline.filter((event) => event.kind === 'handover_asked' && event.verdict === 'return')
      const said = timeline.filter((event) => event.kind === 'what_changed_said')
      expect(said).toHaveLength(returns.length)
      expect(steps.at(-1)?.issue.moves.bounces).toBeLessThanOrEqual(1)
    }))

  it('gets a new live card exactly when another department becomes responsible', () =>
    always((steps) => {
      for (const { before, issue } of steps.slice(1))
        expect(issue.card - (before?.card ?? 0)).toBe(before?.department === issue.department ? 0 : 1)
    }))

  it('tells its path in stays that follow each other without gap or overlap', () =>
    always((steps) => {
      const path = pathOf(steps.flatMap((step) => step.events))
      for (const [i, stay] of path.entries()) expect(stay.to).toEqual(path[i + 1]?.from)
    }))
})
