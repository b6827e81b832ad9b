import type { Goals } from '../council.ts'
import type { Scorecard, Share } from './scorecard.ts'

const enoughForPerCent = 20

/** The standard normal deviate that leaves 5 % on either side. */
const deviate90 = 1.6448536269514722

export type Verdict = 'met' | 'not_yet' | 'too_few'

/** One number held against its goal. */
export type Judged = {
  readonly verdict: Verdict
  /** The cases the verdict rests on: the week's, or those of four weeks when the week has fewer than 20. */
  readonly basis?: Share & { readonly weeks: 1 | 4 }
}

export type JudgedNumbers = {
  readonly toldInTime: Judged
  readonly sentAround: Judged
  readonly explainedAgain: Judged
}

const judge = (week: Share, fourWeeks: Share, met: (share: number) => boolean): Judged => {
  const weeks = week.n >= enoughForPerCent ? 1 : 4
  const { x, n } = weeks === 1 ? week : fourWeeks
  if (n < enoughForPerCent) return { verdict: 'too_few' }
  return { verdict: met(x / n) ? 'met' : 'not_yet', basis: { x, n, weeks } }
}

/** How many had to explain again, among those who answered. */
export const answersOf = ({ explainedAgain }: Scorecard): Share => ({
  x: explainedAgain.yes,
  n: explainedAgain.answers,
})

const judgeAnswers = (week: Scorecard, fourWeeks: Scorecard, goal: number): Judged => {
  const rested = week.explainedAgain.answers >= enoughForPerCent ? week : fourWeeks
  if (week.explainedAgain.tooFew || rested.explainedAgain.tooFew) return { verdict: 'too_few' }
  return judge(answersOf(week), answersOf(fourWeeks), (share) => share <= goal)
}

/** The week's numbers against the goals: judged as per cent, so from 20 cases, pooled over four weeks below that. */
export const judgeNumbers = (week: Scorecard, fourWeeks: Scorecard, goals: Goals): JudgedNumbers => ({
  toldInTime: judge(week.toldInTime, fourWeeks.toldInTime, (share) => share >= goals.toldInTime),
  sentAround: judge(week.sentAround, fourWeeks.sentAround, (share) => share <= goals.sentAround),
  explainedAgain: judgeAnswers(week, fourWeeks, goals.explainedAgain),
})

/** The numbers are met together or not at all: one that is not met yet outweighs one that has too few cases. */
export const metTogether = ({ toldInTime, sentAround, explainedAgain }: JudgedNumbers): Verdict => {
  const verdicts = [toldInTime.verdict, sentAround.verdict, explainedAgain.verdict]
  if (verdicts.includes('not_yet')) return 'not_yet'
  return verdicts.includes('too_few') ? 'too_few' : 'met'
}

/**
 * The score interval of a share, lower and upper end from 0 to 1, at 90 % confidence. Source: E. B. Wilson, “Probable
 * inference, the law of succession, and statistical inference”, JASA 22 (1927), 209-212.
 */
export const wilsonInterval = ({ x, n }: Share): readonly [number, number] => {
  if (n === 0) return [0, 1]
  const square = deviate90 ** 2
  const middle = (x + square / 2) / (n + square)
  const half = (deviate90 / (n + square)) * Math.sqrt((x * (n - x)) / n + square / 4)
  return [Math.max(0, middle - half), Math.min(1, middle + half)]
}

/** Whether a share has changed for sure: its interval does not overlap the one before (source: `wilsonInterval`). */
export const compare = (now: Share, before: Share, better: 'higher' | 'lower'): 'better' | 'worse' | 'same' => {
  const [low, high] = wilsonInterval(now)
  const [lowBefore, highBefore] = wilsonInterval(before)
  if (low > highBefore) return better === 'higher' ? 'better' : 'worse'
  if (high < lowBefore) return better === 'lower' ? 'better' : 'worse'
  return 'same'
}
