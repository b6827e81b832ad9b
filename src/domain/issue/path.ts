import type { IssueEvent } from './events.ts'

/** A stay of an issue with a department: from when to when (open while it is still there), and why it left. */
export type Stay = {
  readonly department: string
  readonly from: Date
  readonly to?: Date
  readonly leftBecause?: string
}

/** The department that becomes responsible by an event. */
const arrival = (event: IssueEvent): string | undefined => {
  if (event.kind === 'asked' || event.kind === 'claimed' || event.kind === 'nobody_reachable') return event.department
  return event.kind === 'handover_accepted' ? event.to : undefined
}

/** The department on its way out and the reason it gave, whether or not it then leaves. */
const departure = (event: IssueEvent): string | undefined =>
  event.kind === 'not_ours' || event.kind === 'handover_asked' ? event.words?.text : undefined

/** The path of an issue through the departments, from its timeline in order. */
export const pathOf = (timeline: readonly IssueEvent[]): readonly Stay[] => {
  const stays: Stay[] = []
  let because: string | undefined
  for (const event of timeline) {
    because = departure(event) ?? because
    const department = arrival(event)
    const last = stays.at(-1)
    if (department === undefined || last?.department === department) continue
    if (last) stays.splice(-1, 1, { ...last, to: event.at, ...(because === undefined ? {} : { leftBecause: because }) })
    stays.push({ department, from: event.at })
    because = undefined
  }
  return stays
}

/** How long a department held an issue in all, in milliseconds of wall time, and why it last left. */
export const lastStay = (
  timeline: readonly IssueEvent[],
  department: string,
  now: Date,
): { heldFor: number; leftBecause?: string } => {
  const stays = pathOf(timeline).filter((stay) => stay.department === department)
  const because = stays.at(-1)?.leftBecause
  const heldFor = stays.reduce((sum, stay) => sum + ((stay.to ?? now).getTime() - stay.from.getTime()), 0)
  return { heldFor, ...(because === undefined ? {} : { leftBecause: because }) }
}
