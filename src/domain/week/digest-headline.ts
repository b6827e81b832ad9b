import type { Verdict } from './goals-met.ts'

/** The one thing the digest opens with; counts are of issues. */
export type Headline =
  | { readonly kind: 'fewer_sent_around' }
  | { readonly kind: 'more_sent_around' }
  | { readonly kind: 'more_told_in_time' }
  | { readonly kind: 'fewer_told_in_time' }
  | { readonly kind: 'fewer_explained_again' }
  | { readonly kind: 'more_explained_again' }
  | { readonly kind: 'met_together' }
  | { readonly kind: 'told'; readonly count: number }
  | { readonly kind: 'waiting'; readonly count: number }
  | { readonly kind: 'flagged'; readonly count: number }
  | { readonly kind: 'quiet' }

type Trend = { readonly trend: 'better' | 'worse' | 'same' }

export type HeadlineSources = {
  readonly toldInTime: Trend
  readonly sentAround: Trend
  readonly explainedAgain: Trend
  readonly together: Verdict
  readonly waiting: number
  readonly flagged: number
  /** Customers told in the week. */
  readonly told: number
}

const change = ({ sentAround, toldInTime, explainedAgain }: HeadlineSources): Headline | undefined => {
  if (sentAround.trend !== 'same') {
    return { kind: sentAround.trend === 'better' ? 'fewer_sent_around' : 'more_sent_around' }
  }
  if (toldInTime.trend !== 'same') {
    return { kind: toldInTime.trend === 'better' ? 'more_told_in_time' : 'fewer_told_in_time' }
  }
  if (explainedAgain.trend === 'same') return undefined
  return { kind: explainedAgain.trend === 'better' ? 'fewer_explained_again' : 'more_explained_again' }
}

/** What changed for sure comes first, then that all goals are met, then what was done, then what waits. */
export const digestHeadline = (sources: HeadlineSources): Headline => {
  const { together, waiting, flagged, told } = sources
  const changed = change(sources)
  if (changed) return changed
  if (together === 'met') return { kind: 'met_together' }
  if (told > 0) return { kind: 'told', count: told }
  if (waiting > 0) return { kind: 'waiting', count: waiting }
  return flagged > 0 ? { kind: 'flagged', count: flagged } : { kind: 'quiet' }
}
