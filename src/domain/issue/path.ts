import type { IssueEvent } from './events.ts'
import type { HandoverReason } from './issue.ts'

/** Why an issue left a department: the words that were typed, and where it went, what for, or because the council chose so. */
type Leaving = {
  readonly leftBecause?: string
  readonly leftFor?: string
  readonly reason?: HandoverReason
  readonly byCouncil?: true
}

/** A stay of an issue with a department: from when to when (open while it is still there), and why it left. */
export type Stay = Leaving & {
  readonly department: string
  readonly from: Date
  readonly to?: Date
}

/** The department that becomes responsible by an event. */
const arrival = (event: IssueEvent): string | undefined => {
  if (event.kind === 'asked' || event.kind === 'claimed' || event.kind === 'nobody_reachable') return event.department
  if (event.kind === 'decided' || event.kind === 'moved_at_once') return event.to
  return event.kind === 'handover_accepted' ? event.to : undefined
}

const spoken = ({ words }: IssueEvent) => (words === undefined ? {} : { leftBecause: words.text })

/** The council need not choose the department that was wanted: then its choice is the reason, beside the words. */
const byChoice = (to: string, { leftBecause, leftFor, reason }: Leaving): Leaving => ({
  ...(leftBecause === undefined ? {} : { leftBecause }),
  leftFor: to,
  ...(leftFor === to && reason !== undefined ? { reason } : { byCouncil: true as const }),
})

/** The department on its way out and the reason it gave, whether or not it then leaves. */
const departure = (event: IssueEvent, before: Leaving): Leaving => {
  switch (event.kind) {
    case 'not_ours':
    case 'named_cannot':
      return spoken(event)
    case 'handover_asked':
      return { ...spoken(event), leftFor: event.to, reason: event.reason }
    case 'decision_opened':
      return event.to === undefined || event.reason === undefined
        ? before
        : { ...spoken(event), leftFor: event.to, reason: event.reason }
    case 'decided':
    case 'moved_at_once':
      return byChoice(event.to, before)
    default:
      return before
  }
}

/** The path of an issue through the departments, from its timeline in order. */
export const pathOf = (timeline: readonly IssueEvent[]): readonly Stay[] => {
  const stays: Stay[] = []
  let because: Leaving = {}
  for (const event of timeline) {
    because = departure(event, because)
    const department = arrival(event)
    const last = stays.at(-1)
    if (department === undefined || last?.department === department) continue
    if (last) stays.splice(-1, 1, { ...last, to: event.at, ...because })
    stays.push({ department, from: event.at })
    because = {}
  }
  return stays
}

/** How long a department held an issue in all, in milliseconds of wall time, and why it last left; undefined when it never did. */
export const lastStay = (
  timeline: readonly IssueEvent[],
  department: string,
  now: Date,
): ({ readonly heldFor: number } & Leaving) | undefined => {
  const stays = pathOf(timeline).filter((stay) => stay.department === department)
  const last = stays.at(-1)
  if (!last) return undefined
  const { department: _, from: __, to: ___, ...leaving } = last
  const heldFor = stays.reduce((sum, stay) => sum + ((stay.to ?? now).getTime() - stay.from.getTime()), 0)
  return { heldFor, ...leaving }
}
