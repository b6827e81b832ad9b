import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCouncilFile } from '#adapters/council-file/read-council-file.ts'
import { isChair, isCouncilMember } from '#domain/council.ts'
import { linkIssues } from '#domain/decisions/joining/link.ts'
import { mergeIssue } from '#domain/decisions/joining/merge.ts'
import { DomainError } from '#domain/errors.ts'
import { guardVerdict } from '#domain/handover-guard.ts'
import type { IssueEvent } from '#domain/issue/events.ts'
import type { Issue } from '#domain/issue/issue.ts'
import { colleaguesFor } from '#domain/journey-map.ts'
import type { Step } from './random-life.ts'
import { lives, livesBeforeTheCouncil } from './random-life.ts'
import { verdictAgain } from './recount.ts'

const read = readCouncilFile(readFileSync('practice/council.yml', 'utf8'))
if (!('council' in read)) throw new Error('the practice council has mistakes')
const { council } = read
const { maxHops } = council.rules
const departments = council.departments.map(({ key }) => key)

const always = (of: typeof lives, holds: (steps: readonly Step[]) => void): void =>
  fc.assert(fc.property(of(council), holds), { numRuns: 200 })

type Verdict = ReturnType<typeof guardVerdict>['verdict']

const verdicts = (issue: Issue): readonly Verdict[] => departments.map((to) => guardVerdict(issue, to, maxHops).verdict)

const again = (timeline: readonly IssueEvent[]): readonly string[] =>
  departments.map((to) => verdictAgain(timeline, to, maxHops))

const kindsIn = (steps: readonly Step[]): readonly string[] =>
  steps.flatMap(({ events }) => events.map(({ kind }) => kind))

describe('the guard', () => {
  const moves = { held: ['billing', 'support'], attempts: 1, hops: 1, bounces: 0, refusals: 0, notOurs: 0 }

  it.each([
    ['clear', 'sales', {}],
    ['return', 'billing', {}],
    ['council', 'billing', { bounces: 1 }],
    ['clear', 'sales', { bounces: 1 }],
    ['council', 'sales', { hops: 2 }],
    ['council', 'sales', { refusals: 2 }],
    ['clear', 'sales', { refusals: 1 }],
  ] as const)('says %s of handing it to %s when the timeline says %o', (verdict, to, more) => {
    expect(guardVerdict({ moves: { ...moves, ...more }, placedByCouncil: false }, to, 2).verdict).toBe(verdict)
  })

  it('leaves it to the council wherever it goes, once the council has named who answers', () => {
    const placed = { moves: { ...moves, hops: 0, held: [] }, placedByCouncil: true }
    expect(guardVerdict(placed, 'sales', 2)).toEqual({ verdict: 'council', why: 'placed_by_council' })
  })

  it.each([
    ['max_hops', { hops: 2, bounces: 1, refusals: 2 }],
    ['second_return', { bounces: 1, refusals: 2 }],
    ['refused_twice', { refusals: 2 }],
  ] as const)('says why it is for the council: %s', (why, more) => {
    expect(guardVerdict({ moves: { ...moves, ...more }, placedByCouncil: false }, 'billing', 2)).toMatchObject({ why })
  })

  it('says at every instant of any life what a recount of its timeline says', () => {
    const seen = new Set<string>()
    for (const of of [lives, livesBeforeTheCouncil])
      always(of, (steps) => {
        for (const [i, { issue }] of steps.entries()) {
          const timeline = steps.slice(0, i + 1).flatMap(({ events }) => events)
          const said = verdicts(issue)
          for (const verdict of said) seen.add(verdict)
          expect(said).toEqual(again(timeline))
        }
      })
    expect([...seen].sort()).toEqual(['clear', 'council', 'return'])
  })

  it('says the same of two lives that become one, or are linked', () =>
    fc.assert(
      fc.property(lives(council), lives(council), fc.boolean(), (one, other, link) => {
        const [a, b] = [one.at(-1)?.issue, other.at(-1)?.issue]
        if (!a || !b) return
        const second = { ...b, number: 2 }
        const around = { council, people: new Map(), now: new Date('2027-01-01T00:00:00Z') }
        try {
          const joined = link
            ? linkIssues(a, second, council.chair, around)
            : mergeIssue(a, second, council.chair, around)
          const timeline = [...other.flatMap(({ events }) => events), ...joined.other.events]
          expect(verdicts(joined.other.issue)).toEqual(again(timeline))
        } catch (error) {
          if (!(error instanceof DomainError)) throw error
        }
      }),
      { numRuns: 300 },
    ))
})

describe('where an issue ends, when it is for the council', () => {
  it('is open only while somebody works on the issue, and no handover is on its way meanwhile', () => {
    let open = 0
    always(livesBeforeTheCouncil, (steps) => {
      for (const { issue } of steps) {
        if (!issue.decision) continue
        open += 1
        expect(issue.state).toBe('claimed')
        if (issue.handover) expect(issue.handover.pass).toBeDefined()
      }
    })
    expect(open).toBeGreaterThan(100)
  })

  it('is chosen by a chair or deputy whose department does not hold it, or by two such members for the same person', () => {
    let chosen = 0
    always(livesBeforeTheCouncil, (steps) => {
      for (const [i, { before, events }] of steps.entries()) {
        const decided = events.find((event) => event.kind === 'decided')
        if (decided?.kind !== 'decided' || !before) continue
        chosen += 1
        const timeline = steps.slice(0, i + 1).flatMap((step) => step.events)
        const latest = new Map<string, string>()
        for (const event of timeline)
          if (event.kind === 'voted' && event.id === decided.id) latest.set(event.actor ?? '', event.person)
        const own = [...colleaguesFor(council, before.department ?? '', before.stage, before.region), before.owner]
        const counted = [...latest].filter(
          ([by, named]) => named === decided.owner && isCouncilMember(council, by) && !own.includes(by),
        )
        const byChair = isChair(council, decided.actor ?? '') && counted.some(([by]) => by === decided.actor)
        expect(byChair || counted.length > 1).toBe(true)
      }
    })
    expect(chosen).toBeGreaterThan(50)
  })

  it('gives it to the one who was named at once, and counts as no attempt, no hop and no bounce', () =>
    always(livesBeforeTheCouncil, (steps) => {
      for (const { before, issue, events } of steps) {
        const placed = events.find(({ kind }) => kind === 'decided' || kind === 'moved_at_once')
        if (!placed || !('before' in placed) || !before) continue
        expect(issue).toMatchObject({ owner: placed.owner, department: placed.to })
        expect(placed.before).toBe(before.owner)
        const { held: _, ...counts } = before.moves
        expect(issue.moves).toMatchObject(counts)
      }
    }))

  it('is from then on for nobody else to change: only the council moves it to another department', () =>
    always(livesBeforeTheCouncil, (steps) => {
      for (const { before, issue, events } of steps) {
        if (!before?.placedByCouncil || before.department === issue.department) continue
        const kinds = events.map(({ kind }) => kind)
        expect(kinds.includes('decided') || before.state === 'flagged').toBe(true)
      }
    }))

  it('leaves nothing open behind: each decision ends once, by a choice, a new round or with its issue', () =>
    always(livesBeforeTheCouncil, (steps) => {
      const kinds = kindsIn(steps)
      const opened = kinds.filter((kind) => kind === 'decision_opened').length
      const ended = kinds.filter((kind) => kind === 'decided' || kind === 'decision_cancelled').length
      const open = steps.at(-1)?.issue.decision ? 1 : 0
      const replaced = steps.filter(
        ({ before, events }) => before?.decision && events.some(({ kind }) => kind === 'named_cannot'),
      ).length
      expect(opened).toBe(ended + open + replaced)
    }))
})
