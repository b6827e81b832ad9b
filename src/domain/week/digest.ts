import type { Council, Goals } from '../council.ts'
import { addLocalDays, instantOf, localDate, wallMidnight, wallTime } from '../time/zoned-time.ts'
import type { CauseOfTime } from '../time-ledger/tally.ts'
import { digestHeadline, type Headline } from './digest-headline.ts'
import { type Waiting, type WaitingIssue, waitingTooLong } from './digest-waiting.ts'
import { answersOf, compare, type Judged, judgeNumbers, metTogether, type Verdict } from './goals-met.ts'
import {
  counted,
  type IssueFacts,
  type Period,
  type Scorecard,
  type Share,
  scorecard,
  standsClosedAt,
  within,
} from './scorecard.ts'

const dayMs = 86_400_000
const mostWaiting = 5

/** One of the three shared numbers with its goal and the week before beside it. */
export type DigestNumber = Judged & {
  readonly now: Share
  readonly before: Share
  /** A share from 0 to 1: at least it for told in time, at most it for the others. */
  readonly goal: number
  /** Better and worse only when chance cannot explain it. */
  readonly trend: 'better' | 'worse' | 'same'
}

/** The same for the week of the digest and the one before. */
export type NowAndBefore<T = number> = { readonly now: T; readonly before: T }

/** What the weekly post says, before it is put into sentences: plain JSON of issues and departments, without names. */
export type Digest = {
  /** ISO 8601 week that most of the seven days fall into. */
  readonly week: number
  /** ISO 8601 instants. */
  readonly period: { readonly from: string; readonly to: string }
  readonly headline: Headline
  readonly toldInTime: DigestNumber
  readonly sentAround: DigestNumber
  readonly explainedAgain: DigestNumber & { readonly closed: number; readonly tooFew: boolean }
  readonly together: Verdict
  readonly needsSomeone: { readonly issues: readonly Waiting[]; readonly more: number }
  readonly hops: NowAndBefore
  readonly bounces: NowAndBefore
  readonly flagged: NowAndBefore
  readonly closed: NowAndBefore
  /** What the time of all issues went to in the week, most first. */
  readonly timeSpent: readonly CauseOfTime[]
}

type Moves = { readonly hops: number; readonly bounces: number }

export type DigestSources = {
  readonly council: Council
  /** The instant of the slot: the digest covers the seven days before it. */
  readonly slotAt: Date
  /** Issues flagged, due or closed in the four weeks before the slot, and those merged into them. */
  readonly facts: readonly IssueFacts[]
  readonly moves: NowAndBefore<Moves>
  readonly unclaimed: readonly WaitingIssue[]
  readonly timeSpent: readonly CauseOfTime[]
}

/** The `days` before an instant, to the same time of day on the wall. */
const daysBefore = (timeZone: string, at: Date, days: number): Date =>
  instantOf(timeZone, wallTime(timeZone, at) - days * dayMs)

/** The periods a digest draws on: its week, the week before, and the four weeks that small numbers are pooled over. */
export const digestPeriods = (council: Council, slotAt: Date) => {
  const back = (days: number): Date => daysBefore(council.calendar.timeZone, slotAt, days)
  return {
    week: { from: back(7), to: slotAt },
    before: { from: back(14), to: back(7) },
    fourWeeks: { from: back(28), to: slotAt },
  }
}

/** The ISO 8601 week of a period: that of the day in its middle. */
const isoWeek = (timeZone: string, { from, to }: Period): number => {
  const date = localDate(timeZone, new Date((from.getTime() + to.getTime()) / 2))
  const weekday = (new Date(wallMidnight(date)).getUTCDay() + 6) % 7
  const thursday = addLocalDays(date, 3 - weekday)
  const newYear = wallMidnight(`${thursday.slice(0, 4)}-01-01`)
  return 1 + Math.floor((wallMidnight(thursday) - newYear) / (7 * dayMs))
}

const numbers = (week: Scorecard, before: Scorecard, fourWeeks: Scorecard, goals: Goals) => {
  const judged = judgeNumbers(week, fourWeeks, goals)
  const number = (now: Share, then: Share, better: 'higher' | 'lower') => ({
    now,
    before: then,
    trend: compare(now, then, better),
  })
  const { closed, tooFew } = week.explainedAgain
  return {
    toldInTime: {
      ...judged.toldInTime,
      ...number(week.toldInTime, before.toldInTime, 'higher'),
      goal: goals.toldInTime,
    },
    sentAround: {
      ...judged.sentAround,
      ...number(week.sentAround, before.sentAround, 'lower'),
      goal: goals.sentAround,
    },
    explainedAgain: {
      ...judged.explainedAgain,
      ...number(answersOf(week), answersOf(before), 'lower'),
      goal: goals.explainedAgain,
      closed,
      tooFew,
    },
    together: metTogether(judged),
  }
}

/** The model of the weekly post. */
export const buildDigest = ({ council, slotAt, facts, moves, unclaimed, timeSpent }: DigestSources): Digest => {
  const { week, before, fourWeeks } = digestPeriods(council, slotAt)
  const card = (period: Period): Scorecard => scorecard(facts, period)
  const issues = counted(facts)
  const nowAndBefore = (at: (issue: IssueFacts) => Date | undefined): NowAndBefore => ({
    now: issues.filter((issue) => within(week, at(issue))).length,
    before: issues.filter((issue) => within(before, at(issue))).length,
  })
  const three = numbers(card(week), card(before), card(fourWeeks), council.goals)
  const waiting = waitingTooLong(council, unclaimed, slotAt)
  const flagged = nowAndBefore((issue) => (issue.withdrawnAt ? undefined : issue.flaggedAt))
  const closed = nowAndBefore(standsClosedAt)
  const told = issues.filter((issue) => issue.closing?.outcome === 'told' && within(week, standsClosedAt(issue))).length
  return {
    week: isoWeek(council.calendar.timeZone, week),
    period: { from: week.from.toISOString(), to: week.to.toISOString() },
    headline: digestHeadline({ ...three, waiting: waiting.length, flagged: flagged.now, told }),
    ...three,
    needsSomeone: { issues: waiting.slice(0, mostWaiting), more: Math.max(0, waiting.length - mostWaiting) },
    hops: { now: moves.now.hops, before: moves.before.hops },
    bounces: { now: moves.now.bounces, before: moves.before.bounces },
    flagged,
    closed,
    timeSpent,
  }
}
