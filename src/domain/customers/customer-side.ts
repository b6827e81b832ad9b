import type { IssueEvent } from '../issue/events.ts'
import type { Issue } from '../issue/issue.ts'
import { pathOf } from '../issue/path.ts'
import { localDate, wallMidnight } from '../time/zoned-time.ts'

/** What a customer sees of it, as a code: who did it, for whom and in which words is left out on purpose. */
export type CustomerStep =
  | { readonly what: 'told_us' }
  | { readonly what: 'passed_to'; readonly department: string; readonly again: boolean }
  | { readonly what: 'taken_on'; readonly department: string }
  | { readonly what: 'solved' | 'not_solved' | 'told' | 'not_told' }
  | { readonly what: 'waited'; readonly days: number }
  | { readonly what: 'still_waits'; readonly days: number }

/** One problem from the customer's side: on which day, counted from the first one, what happened. */
export type CustomerSide = {
  readonly stage?: string
  readonly steps: readonly { readonly day: number; readonly step: CustomerStep }[]
  readonly explainedAgain?: 'yes' | 'no'
  /** 1 to 5. */
  readonly satisfaction?: number
}

type Dated = { readonly at: Date; readonly step: CustomerStep }

const arrivals = (timeline: readonly IssueEvent[]): readonly Dated[] => {
  const path = pathOf(timeline)
  return path.map(({ department, from }, i) => {
    const again = path.slice(0, i).some((stay) => stay.department === department)
    return { at: from, step: { what: 'passed_to', department, again } }
  })
}

const seen = (event: IssueEvent): CustomerStep | undefined => {
  switch (event.kind) {
    case 'flagged':
      return { what: 'told_us' }
    case 'claimed':
      return { what: 'taken_on', department: event.department }
    case 'resolved':
      return { what: 'solved' }
    case 'reopened':
      return { what: 'not_solved' }
    case 'closed':
      return { what: event.closing.outcome === 'told' ? 'told' : 'not_told' }
    default:
      return undefined
  }
}

const order: readonly CustomerStep['what'][] = ['told_us', 'not_solved', 'passed_to', 'taken_on', 'solved']

const rank = ({ what }: CustomerStep): number => (order.includes(what) ? order.indexOf(what) : order.length)

const dayMs = 86_400_000

/** An issue as the customer lived through it, day by day; nothing of one that was withdrawn or goes on in another. */
export const customerSide = (
  issue: Issue,
  timeline: readonly IssueEvent[],
  timeZone: string,
  now: Date,
): CustomerSide => {
  if (issue.state === 'withdrawn' || issue.state === 'merged') return { steps: [] }
  const dayOf = (at: Date): number => Math.round(wallMidnight(localDate(timeZone, at)) / dayMs)
  const first = dayOf(issue.flaggedAt)
  const happened = timeline.flatMap((event): Dated[] => {
    const step = seen(event)
    return step ? [{ at: event.at, step }] : []
  })
  const all = [...happened, ...arrivals(timeline)].toSorted(
    (a, b) => a.at.getTime() - b.at.getTime() || rank(a.step) - rank(b.step),
  )
  const steps = all.flatMap(({ at, step }, i) => {
    const waited = dayOf(at) - dayOf(all[i - 1]?.at ?? at)
    const day = dayOf(at) - first + 1
    const wait = { day, step: { what: 'waited' as const, days: waited } }
    return waited > 1 ? [wait, { day, step }] : [{ day, step }]
  })
  const last = all.at(-1)
  const idle = last === undefined ? 0 : dayOf(now) - dayOf(last.at)
  const waits = { day: dayOf(now) - first + 1, step: { what: 'still_waits' as const, days: idle } }
  const { closing } = issue
  return {
    ...(issue.stage === undefined ? {} : { stage: issue.stage }),
    steps: issue.state !== 'closed' && idle > 0 ? [...steps, waits] : steps,
    ...(closing === undefined || closing.explainedAgain === 'not_asked'
      ? {}
      : { explainedAgain: closing.explainedAgain }),
    ...(closing?.satisfaction === undefined ? {} : { satisfaction: closing.satisfaction }),
  }
}
