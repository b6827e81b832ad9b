import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Circumstances } from '#domain/decisions/decision.ts'
import { linkIssues } from '#domain/decisions/joining/link.ts'
import { mergeIssue } from '#domain/decisions/joining/merge.ts'
import { DomainError } from '#domain/errors.ts'
import { guardVerdict } from '#domain/handover-guard.ts'
import { type Issue, isOpen } from '#domain/issue/issue.ts'
import { segmentsOf } from '#domain/time-ledger/segments.ts'
import { accept, claim, handTo, notOurs, resolve } from '../slack/samples/steps.ts'
import { council, storyOf } from '../slack/samples/stories.ts'

const now = new Date('2026-11-19T09:00:00Z')
const around: Circumstances = { council, people: new Map(), now }
const by = council.chair

const lives = {
  asked: storyOf(),
  declined: storyOf({}, notOurs()),
  claimed: storyOf({}, claim()),
  handed: storyOf({}, claim(), handTo('support')),
  moved: storyOf({}, claim(), handTo('support'), accept),
  resolved: storyOf({}, claim(), resolve()),
}

const life = fc.constantFrom(...Object.values(lives).map(({ issue }) => issue))
const people = fc.uniqueArray(fc.constantFrom('U0ANNA', 'U0BEN', 'U0LOU', 'U0DANA'), { maxLength: 3 })
const anyIssue = (number: number) =>
  fc
    .record({
      issue: life,
      audience: fc.constantFrom('open' as const, 'restricted' as const),
      wordsShared: fc.boolean(),
      severity: fc.constantFrom('low' as const, 'urgent' as const),
      followers: people,
      flaggedAt: fc.integer({ min: 0, max: 20 }).map((hours) => new Date(now.getTime() - hours * 3_600_000)),
    })
    .map(
      ({ issue, severity, ...more }): Issue => ({ ...issue, ...more, number, severity, strictestSeverity: severity }),
    )

const codeOf = (act: () => unknown): string | undefined => {
  try {
    act()
    return undefined
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}

const two = (a: Issue, b: Issue) => [
  { ...a, number: 1 },
  { ...b, number: 2 },
]

describe('an issue that is merged into another', () => {
  const merges = (holds: (merged: Issue, into: Issue, after: ReturnType<typeof mergeIssue>) => void) =>
    fc.assert(
      fc.property(anyIssue(1), anyIssue(2), (merged, into) => {
        fc.pre(merged.owner === undefined || into.owner !== undefined)
        holds(merged, into, mergeIssue(merged, into, by, around))
      }),
      { numRuns: 300 },
    )

  it('lets the time that follows count by the severity that both have now', () =>
    merges((_merged, { severity, flaggedAt }, { other }) => {
      const timeline = [{ kind: 'flagged', at: flaggedAt, severity }, ...other.events]
      const after = segmentsOf(timeline, new Date(now.getTime() + 3_600_000)).at(-1)
      expect(after?.severity).toBe(other.issue.severity)
    }))

  it('goes on there, and leaves no handover, route or promise of its own pending', () =>
    merges((_merged, into, { issue }) => {
      expect(issue.issue).toMatchObject({ state: 'merged', mergedInto: into.number })
      expect([issue.issue.handover, issue.issue.routeBy, issue.issue.promiseBy]).toEqual([
        undefined,
        undefined,
        undefined,
      ])
    }))

  it('brings everybody who waits along, each once', () =>
    merges((merged, into, { other }) => {
      const waiting = [other.issue.flaggedBy, ...other.issue.followers]
      for (const person of [merged.flaggedBy, ...merged.followers, ...into.followers]) expect(waiting).toContain(person)
      expect(new Set(other.issue.followers).size).toBe(new Set([...into.followers, ...other.issue.followers]).size)
    }))

  it('narrows the audience, and never widens what a card may show', () =>
    merges((merged, into, { other }) => {
      if (merged.audience === 'restricted' || into.audience === 'restricted')
        expect(other.issue.audience).toBe('restricted')
      if (!(merged.wordsShared && into.wordsShared)) expect(other.issue.wordsShared).toBe(false)
    }))

  it('leaves the owner of the other where they are', () =>
    merges((_merged, into, { other }) => {
      expect([other.issue.owner, other.issue.state, other.issue.handover]).toEqual([
        into.owner,
        into.state,
        into.handover,
      ])
    }))

  it('counts from the earliest flag and by the strictest severity', () =>
    merges((merged, into, { other }) => {
      expect(other.issue.flaggedAt.getTime()).toBe(Math.min(merged.flaggedAt.getTime(), into.flaggedAt.getTime()))
      const urgent = [merged.severity, into.severity].includes('urgent')
      expect(other.issue.strictestSeverity).toBe(urgent ? 'urgent' : 'low')
    }))

  it('brings along who held it and what was tried, so that the guard knows', () =>
    merges((merged, into, { other }) => {
      for (const department of [...merged.moves.held, ...into.moves.held])
        expect(other.issue.moves.held).toContain(department)
      expect(other.issue.moves.refusals).toBe(merged.moves.refusals + into.moves.refusals)
      expect(other.issue.moves.attempts).toBe(merged.moves.attempts + into.moves.attempts)
    }))

  it('cannot be merged again, nor anything into it: no circle comes about', () =>
    merges((merged, into, { issue, other }) => {
      expect(codeOf(() => mergeIssue(issue.issue, into, by, around))).toBe('merged')
      expect(codeOf(() => mergeIssue(other.issue, issue.issue, by, around))).toBe('merged')
      expect(merged.number).not.toBe(into.number)
    }))

  it('is refused into itself, into one that is over, and where only it has an owner', () => {
    const [asked = lives.asked.issue, claimed = lives.claimed.issue] = two(lives.asked.issue, lives.claimed.issue)
    expect(codeOf(() => mergeIssue(asked, asked, by, around))).toBe('same_issue')
    expect(codeOf(() => mergeIssue(asked, { ...claimed, state: 'closed' }, by, around))).toBe('already_closed')
    expect(codeOf(() => mergeIssue(asked, { ...claimed, state: 'withdrawn' }, by, around))).toBe('withdrawn')
    expect(codeOf(() => mergeIssue({ ...asked, state: 'closed' }, claimed, by, around))).toBe('already_closed')
    expect(codeOf(() => mergeIssue(claimed, asked, by, around))).toBe('merge_other_way')
  })

  it('is merged by its owner, flagger, lead and council, and by nobody else', () => {
    const [merged = lives.asked.issue, into = lives.claimed.issue] = two(lives.claimed.issue, lives.claimed.issue)
    for (const person of ['U0BEN', 'U0ANNA', 'U0DANA', 'U0MIA', 'U0CARLA'])
      expect(codeOf(() => mergeIssue(merged, into, person, around))).toBeUndefined()
    expect(codeOf(() => mergeIssue(merged, into, 'U0LOU', around))).toBe('not_allowed')
  })
})

describe('issues that are linked', () => {
  it('name each other, once, and each knows who held the other', () =>
    fc.assert(
      fc.property(anyIssue(1), anyIssue(2), (a, b) => {
        const { issue, other } = linkIssues(a, b, by, around)
        expect([issue.issue.links, other.issue.links]).toEqual([[2], [1]])
        for (const [one, before] of [
          [issue.issue, b],
          [other.issue, a],
        ] as const)
          expect(before.moves.held.every((department) => one.moves.held.includes(department))).toBe(isOpen(one))
        expect(linkIssues(issue.issue, other.issue, by, around).issue.events).toEqual([])
      }),
    ))

  it('do not go to the council’s back: two refusals of the one count for the other', () => {
    const [twice = lives.asked.issue, fresh = lives.asked.issue] = two(
      { ...lives.claimed.issue, moves: { ...lives.claimed.issue.moves, refusals: 2 } },
      lives.claimed.issue,
    )
    const { other } = linkIssues(twice, fresh, by, around)
    expect(guardVerdict(other.issue, 'sales_ops', council.rules.maxHops).verdict).toBe('council')
  })

  it('are not one and the same, nor one that goes on elsewhere', () => {
    const [a = lives.asked.issue, b = lives.asked.issue] = two(lives.asked.issue, lives.asked.issue)
    expect(codeOf(() => linkIssues(a, a, by, around))).toBe('same_issue')
    expect(codeOf(() => linkIssues(a, { ...b, state: 'merged', mergedInto: 3 }, by, around))).toBe('merged')
  })
})
