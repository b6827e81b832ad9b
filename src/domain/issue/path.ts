import type { IssueEvent } from './events.ts'
import type { HandoverReason } from './issue.ts'

/** Why an issue left a department: the words that were typed, and where it was handed over, to whom and what for. */
type Leaving = { readonly leftBecause?: string; readonly leftFor?: string; readonly reason?: HandoverReason }

/** A stay of an issue with a department: from when to when (open while it is still there), and why it left. */
export type Stay = Leaving & {
  readonly department: string
  readonly from: Date
  readonly to?: Date
}

/** The department that becomes responsible by an event. */
const arrival = (event: IssueEvent): string | undefined => {
  if (event.kind === 'asked' || event.kind === 'claimed' || event.kind === 'nobody_reachable') return event.department
  return event.kind === 'handover_accepted' ? event.to : undefined
}

/** The department on its way out and the reason it gave, whether or not it then leaves. */
const departure = (event: IssueEvent): Leaving | undefined => {
  if (event.kind !== 'not_ours' && event.kind !== 'handover_asked') return undefined
  const words = event.words === undefined ? {} : { leftBecause: event.words.text }
  return event.kind === 'handover_asked' ? { ...words, leftFor: event.to, reason: event.reason } : words
}

/** The path of an issue through the departments, from its timeline in order. */
export const pathOf = (timeline: readonly IssueEvent[]): readonly Stay[] => {
  const stays: Stay[] = []
  let because: Leaving | undefined
  for (const event of timeline) {
    because = departure(event) ?? because
    const department = arrival(event)
    const last = stays.at(-1)
    if (department === undefined || last?.department === department) continue
    if (last) stays.splice(-1, 1, { ...last, to: event.at, ...because })
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
): { heldFor: number } & Leaving => {
  const stays = pathOf(timeline).filter((stay) => stay.department === department)
  const { leftBecause, leftFor, reason } = stays.at(-1) ?? {}
  const heldFor = stays.reduce((sum, stay) => sum + ((stay.to ?? now).getTime() - stay.from.getTime()), 0)
  return {
    heldFor,
    ...(leftBecause === undefined ? {} : { leftBecause }),
    ...(leftFor === undefined ? {} : { leftFor }),
    ...(reason === undefined ? {} : { reason }),
  }
}
