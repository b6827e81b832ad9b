import type { EventRow, History, IssueRow } from './history.ts'
import type { Broken } from './watch.ts'

const last = (timeline: readonly EventRow[], kinds: readonly string[]): EventRow | undefined =>
  timeline.findLast(({ kind }) => kinds.includes(kind))

/** The beginnings of the keys of messages that somebody must have before them now, as the timeline says. */
const awaited = (issue: IssueRow, timeline: readonly EventRow[]): string[] => {
  const key = (kind: string, event: EventRow, person = ''): string => `${kind}:${issue.number}:${event.seq}:${person}`
  if (issue.state === 'flagged') {
    const asked = last(timeline, ['asked', 'unrouted', 'nobody_reachable'])
    if (asked?.kind === 'asked') return [key('ask', asked, (asked.data.ask as { person: string }).person)]
    return asked?.kind === 'unrouted' ? [key('route', asked)] : []
  }
  if (issue.state !== 'claimed' && issue.state !== 'resolved') return []
  const taken = last(timeline, ['claimed', 'handover_accepted', 'pass_accepted', 'reopened'])
  const handover = last(timeline, [
    ...['handover_asked', 'handover_accepted', 'handover_returned', 'handover_cancelled'],
    ...['handover_expired', 'handover_taken_back', 'handover_lead_asked'],
    ...['pass_asked', 'pass_accepted', 'pass_declined', 'pass_cancelled'],
  ])
  return [
    ...(taken ? [key('mine', taken, `${taken.data.owner}`)] : []),
    // Who is asked in place of an owner who is away hears of all their issues in one message, in their hours.
    ...(handover?.kind === 'pass_asked' && handover.data.why !== 'away'
      ? [key('pass', handover, `${handover.data.asked}`)]
      : []),
    ...(handover && /^handover_(?:lead_)?asked$/.test(handover.kind)
      ? [key('handover', handover, `${handover.data.asked}`)]
      : []),
  ]
}

/** Whoever must act now has the message that asks them before them, or is called to the card where they cannot have it. */
export const checkOpenQuestions = ({ issues, timelines, standing, closed }: History): Broken[] => {
  const keys = standing.map(({ key }) => key.replace(/^call:/, ''))
  const mayLack = (beginning: string): boolean =>
    beginning.startsWith('mine:') && closed.has(beginning.split(':').at(-1) ?? '')
  return issues.flatMap((issue) =>
    awaited(issue, timelines.get(issue.number) ?? [])
      .filter((beginning) => !mayLack(beginning) && !keys.some((key) => key.startsWith(beginning)))
      .map((missing) => ({
        promise: 'whoever must act was asked',
        evidence: `CX-${issue.number} (${issue.state}): ${missing}`,
      })),
  )
}
