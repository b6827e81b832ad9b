import type { PersonId } from '../council.ts'
import type { Severity } from '../severity.ts'
import { actingIn, after, causeOf, type LedgerEvent, type LedgerStanding, nowhere, type TimeCause } from './standing.ts'

/** A stretch of the time an issue is open in which nothing of this changes; `from` is part of it, `to` is not. */
export type Segment = {
  readonly from: Date
  readonly to: Date
  readonly cause: TimeCause
  /** Where it is; none while nobody knows yet whose it is. */
  readonly department: string | undefined
  /** Who answers for it. */
  readonly holder: PersonId | undefined
  /** The department that has to act, in whose hours working time counts; the council's where there is none. */
  readonly acting: string | undefined
  readonly severity: Severity
}

const segmentOf = (standing: LedgerStanding, from: Date, to: Date): Segment => {
  const { department, holder, severity } = standing
  return { from, to, cause: causeOf(standing), department, holder, acting: actingIn(standing), severity }
}

const isSame = (a: Segment, b: Segment): boolean =>
  a.cause === b.cause &&
  a.department === b.department &&
  a.holder === b.holder &&
  a.acting === b.acting &&
  a.severity === b.severity

/** The segment goes on with the last one where nothing has changed between them. */
const put = (segments: Segment[], next: Segment): void => {
  const last = segments.at(-1)
  if (last && last.to.getTime() === next.from.getTime() && isSame(last, next))
    segments.splice(-1, 1, { ...last, to: next.to })
  else segments.push(next)
}

/**
 * The time an issue was open until `now`, cut into segments without gap or overlap by department, holder and cause; from its
 * timeline alone, in order. While it is closed no time passes. What took no time has no segment.
 */
export const segmentsOf = (timeline: Iterable<LedgerEvent>, now: Date): readonly Segment[] => {
  const segments: Segment[] = []
  let standing = nowhere
  let since = now
  const until = (at: Date): void => {
    if (standing.open && at.getTime() > since.getTime()) put(segments, segmentOf(standing, since, at))
  }
  for (const event of timeline) {
    const next = after(standing, event)
    if (next === standing) continue
    until(event.at)
    standing = next
    since = event.at
  }
  until(now)
  return segments
}
