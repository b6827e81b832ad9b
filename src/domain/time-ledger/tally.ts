import type { Council } from '../council.ts'
import type { Period } from '../week/scorecard.ts'
import { metersOf } from './meters.ts'
import { type Segment, segmentsOf } from './segments.ts'
import type { LedgerEvent, TimeCause } from './standing.ts'

/** What the time of many issues went to in a period: milliseconds, and in how many issues. */
export type CauseOfTime = {
  readonly cause: TimeCause
  readonly wall: number
  readonly working: number
  readonly issues: number
}

type Sum = { wall: number; working: number; issues: number }

/** The part of a segment that is in the period; undefined for none. */
const partOf = ({ from, to }: Segment, period: Period): Period | undefined => {
  const part = {
    from: from.getTime() > period.from.getTime() ? from : period.from,
    to: to.getTime() < period.to.getTime() ? to : period.to,
  }
  return part.from.getTime() < part.to.getTime() ? part : undefined
}

/** Adds up what the time of issues went to in a period, one timeline after the other; most wall time first. */
export const timeTally = (council: Council, period: Period) => {
  const sums = new Map<TimeCause, Sum>()
  const meterOf = metersOf(council, period)
  return {
    add: (timeline: readonly LedgerEvent[]): void => {
      const met = new Set<TimeCause>()
      for (const segment of segmentsOf(timeline, period.to)) {
        const part = partOf(segment, period)
        if (!part) continue
        const sum = sums.get(segment.cause) ?? { wall: 0, working: 0, issues: 0 }
        sum.wall += part.to.getTime() - part.from.getTime()
        sum.working += meterOf(segment)(part.from, part.to)
        if (!met.has(segment.cause)) sum.issues += 1
        met.add(segment.cause)
        sums.set(segment.cause, sum)
      }
    },
    result: (): readonly CauseOfTime[] =>
      [...sums].map(([cause, sum]) => ({ cause, ...sum })).toSorted((a, b) => b.wall - a.wall),
  }
}
