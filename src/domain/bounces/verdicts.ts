import type { Period } from '../week/scorecard.ts'
import { within } from '../week/scorecard.ts'
import { arrivalIn, type MovedIssue, type MoveEvent } from './moves.ts'

/** A move that the guard asked about, and that was then not made. */
export type Stopped = { readonly number: number; readonly to: string; readonly by: 'return' | 'council' }

/** Where the council sent an issue, and whether it stayed there: until it was solved, so far, or not. */
export type Decided = { readonly number: number; readonly to: string; readonly held: 'held' | 'so_far' | 'not' }

const sameId = (event: MoveEvent, { id }: MoveEvent): boolean => event.id !== undefined && event.id === id

const endsOf: Readonly<Record<Stopped['by'], readonly string[]>> = {
  return: ['handover_returned', 'handover_expired', 'handover_taken_back', 'handover_cancelled'],
  council: ['decision_cancelled'],
}

/** What the guard asked about: a handover back, or a wish that became the council's; nothing where it moved at once. */
const askedAbout = ({ kind, verdict, review, to }: MoveEvent): Stopped['by'] | undefined => {
  if (kind === 'handover_asked' && verdict === 'return') return 'return'
  return kind === 'decision_opened' && review !== true && to !== undefined ? 'council' : undefined
}

/** The moves of an issue that were asked about in a period, and are settled without that move. */
export const stoppedIn = ({ number, timeline }: MovedIssue, period: Period): readonly Stopped[] =>
  timeline.flatMap((event, at): readonly Stopped[] => {
    const by = askedAbout(event)
    if (by === undefined || event.to === undefined || !within(period, event.at)) return []
    const settled = timeline
      .slice(at + 1)
      .find(
        (later) =>
          sameId(later, event) &&
          (endsOf[by].includes(later.kind) || later.kind === 'decided' || later.kind === 'handover_accepted'),
      )
    const moved = settled !== undefined && arrivalIn(settled) === event.to
    return settled === undefined || moved ? [] : [{ number, to: event.to, by }]
  })

const isOver = (state: string): boolean => state === 'resolved' || state === 'closed'

/** What the council decided of an issue in a period. */
export const decidedIn = ({ number, state, timeline }: MovedIssue, period: Period): readonly Decided[] =>
  timeline.flatMap((event, at): readonly Decided[] => {
    const { kind, to } = event
    if (kind !== 'decided' || to === undefined || !within(period, event.at)) return []
    const left = timeline.slice(at + 1).some((later) => {
      const arrived = arrivalIn(later)
      return later.kind === 'named_cannot' || (arrived !== undefined && arrived !== to)
    })
    return [{ number, to, held: left ? 'not' : isOver(state) ? 'held' : 'so_far' }]
  })
