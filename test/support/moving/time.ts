import { expect } from 'vitest'
import type { Council, PersonId } from '#domain/council.ts'
import type { IssueEvent } from '#domain/issue/events.ts'
import type { Issue } from '#domain/issue/issue.ts'
import { segmentsOf } from '#domain/time-ledger/segments.ts'
import { sharesOf, workingOf } from '#domain/time-ledger/time-spent.ts'

type Lived = {
  readonly issue: Issue
  readonly timeline: readonly IssueEvent[]
  /** Who answers after each event. */
  readonly owners: readonly (PersonId | undefined)[]
}

const ends = new Set<IssueEvent['kind']>(['closed', 'withdrawn', 'merged'])

/** Milliseconds from the flag to `now`, without the time between an end and a reopening. */
const openFor = (timeline: readonly IssueEvent[], now: Date): number => {
  let open = 0
  let since: number | undefined
  for (const { kind, at } of timeline) {
    if (kind === 'flagged' || kind === 'reopened') since ??= at.getTime()
    if (!ends.has(kind) || since === undefined) continue
    open += at.getTime() - since
    since = undefined
  }
  return open + (since === undefined ? 0 : now.getTime() - since)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

/** Holds the clock of an issue against its timeline: no gap, no overlap, its owner in each segment, nothing left over. */
export const checkTime = (council: Council, { issue, timeline, owners }: Lived, now: Date): void => {
  const segments = segmentsOf(timeline, now)
  expect(sum(segments.map(({ from, to }) => to.getTime() - from.getTime()))).toBe(openFor(timeline, now))
  segments.forEach(({ from, to, holder }, i) => {
    expect(to.getTime()).toBeGreaterThan(from.getTime())
    expect(from.getTime()).toBeGreaterThanOrEqual(segments[i - 1]?.to.getTime() ?? 0)
    expect(holder).toBe(owners[timeline.findLastIndex(({ at }) => at <= from)])
  })
  const last = segments.at(-1)
  if (last && last.to.getTime() === now.getTime())
    expect([last.department, last.holder]).toEqual([issue.department, issue.owner])
  const shares = sharesOf(council, segments)
  expect(sum(shares.map(({ wall }) => wall))).toBe(openFor(timeline, now))
  expect(sum(shares.map(({ working }) => working))).toBe(sum(segments.map((segment) => workingOf(council, segment))))
}
