import type { Council } from '../council.ts'
import { calendarOf } from '../time/service-level.ts'
import { workingMillisBetween } from '../time/working-time.ts'
import { metersOf } from './meters.ts'
import type { Segment } from './segments.ts'
import type { TimeCause } from './standing.ts'

/** How much time went to something: milliseconds of wall time, and of the working time of whoever had to act. */
export type Spent = { readonly wall: number; readonly working: number }

/** Milliseconds of wall time in a segment. */
export const wallOf = ({ from, to }: Segment): number => to.getTime() - from.getTime()

/** Milliseconds of working time in a segment: of the department that has to act, the council's where there is none. */
export const workingOf = (council: Council, { from, to, acting, severity }: Segment): number =>
  workingMillisBetween(calendarOf(council, acting, severity), from, to)

/** Where an issue's time went, as it is told: with a department at work, or held up by something. */
export type Share = Spent & {
  readonly cause: TimeCause
  /** Who worked on it or had it unclaimed; the department that was waited on. None for what is nobody's. */
  readonly department?: string
}

/** Whose time it is told as: what waits on others, or is on its way between two, is no department's. */
const told = ({ cause, department, acting }: Segment): Pick<Share, 'cause' | 'department'> => {
  const whose = cause === 'waiting_department' ? acting : department
  const isTheirs = cause === 'working' || cause === 'unclaimed' || cause === 'waiting_department'
  return isTheirs && whose !== undefined ? { cause, department: whose } : { cause }
}

/** The segments by what they are told as, in the order in which each first came. */
export const sharesOf = (council: Council, segments: readonly Segment[]): readonly Share[] => {
  const shares = new Map<string, Share>()
  const [first, last] = [segments[0], segments.at(-1)]
  if (!first || !last) return []
  const meterOf = metersOf(council, { from: first.from, to: last.to })
  for (const segment of segments) {
    const what = told(segment)
    const key = `${what.cause}:${what.department ?? ''}`
    const { wall = 0, working = 0 } = shares.get(key) ?? {}
    shares.set(key, {
      ...what,
      wall: wall + wallOf(segment),
      working: working + meterOf(segment)(segment.from, segment.to),
    })
  }
  return [...shares.values()]
}
