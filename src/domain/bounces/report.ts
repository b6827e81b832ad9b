import type { Period } from '../week/scorecard.ts'
import { within } from '../week/scorecard.ts'
import { type MovedIssue, tryIn } from './moves.ts'
import { type Pair, pairsIn } from './pairs.ts'
import { type Decided, decidedIn, type Stopped, stoppedIn } from './verdicts.ts'

/** So many tries send an issue around. */
const triesAround = 2

/** What was tried to be moved in some weeks: issues and departments, no people. */
export type BounceReport = {
  /** Issues that somebody tried to move to another department. */
  readonly tried: number
  readonly pairs: readonly Pair[]
  /** The numbers of those with two tries or more in their life, most tries first. */
  readonly sentAround: readonly { readonly number: number; readonly attempts: number }[]
  readonly stopped: readonly Stopped[]
  readonly decided: readonly Decided[]
}

/** The report over the issues that were tried to be moved in a period. Those that were merged are told by the one they go on in. */
export const bounceReport = (issues: readonly MovedIssue[], period: Period): BounceReport => {
  const own = issues.filter(({ state }) => state !== 'merged')
  const tried = own.filter(({ timeline }) => timeline.some((event) => tryIn(event) && within(period, event.at)))
  return {
    tried: tried.length,
    pairs: pairsIn(own, period),
    sentAround: tried
      .filter(({ attempts, state }) => attempts >= triesAround && state !== 'withdrawn')
      .map(({ number, attempts }) => ({ number, attempts }))
      .toSorted((a, b) => b.attempts - a.attempts || a.number - b.number),
    stopped: own.flatMap((issue) => stoppedIn(issue, period)),
    decided: own.flatMap((issue) => decidedIn(issue, period)),
  }
}
