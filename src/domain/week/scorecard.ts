import type { Closing, Issue } from '../issue/issue.ts'

const dayMs = 86_400_000
const takenBackWithin = 14 * dayMs
const attemptsBeforeGivingUp = 3
const attemptsThatSendAround = 2
const answeredEnough = 0.6

/** What the numbers need to know of one issue: one that others were merged into has their attempts and earliest flag. */
export type IssueFacts = Pick<Issue, 'number' | 'flaggedAt' | 'deadlineAt' | 'closedAt' | 'mergedInto'> & {
  /** Attempts to move this issue to another department. */
  readonly attempts: number
  /** The last close that was recorded; it may be left out once the issue was reopened. */
  readonly closing?: Pick<Closing, 'outcome' | 'at' | 'attempts' | 'explainedAgain'>
  readonly reopenedAt?: readonly Date[]
  readonly withdrawnAt?: Date
}

/** From `from` on, up to but not including `to`. */
export type Period = { readonly from: Date; readonly to: Date }

/** x of n. */
export type Share = { readonly x: number; readonly n: number }

/** The three shared numbers of a period. */
export type Scorecard = {
  readonly toldInTime: Share
  readonly sentAround: Share
  readonly explainedAgain: {
    readonly yes: number
    readonly answers: number
    readonly closed: number
    /** Fewer than 60 % of the closed issues have an answer. */
    readonly tooFew: boolean
  }
}

export const within = (period: Period, at: Date | undefined): boolean =>
  at !== undefined && at >= period.from && at < period.to

/** When the customer's issue was closed, unless it was reopened since. */
export const standsClosedAt = ({ closing, closedAt, reopenedAt = [] }: IssueFacts): Date | undefined =>
  closing && closedAt && reopenedAt.every((at) => at < closedAt) ? closedAt : undefined

const takenBack = ({ closedAt, reopenedAt = [] }: IssueFacts): boolean =>
  closedAt !== undefined &&
  reopenedAt.some((at) => at >= closedAt && at.getTime() - closedAt.getTime() <= takenBackWithin)

const toldInTime = (issue: IssueFacts): boolean => {
  const { closing, deadlineAt } = issue
  if (!closing || closing.at > deadlineAt || takenBack(issue)) return false
  return closing.outcome === 'told' || closing.attempts >= attemptsBeforeGivingUp
}

/** Each issue once: those that were merged are counted by the one they go on in. */
export const counted = (facts: readonly IssueFacts[]): readonly IssueFacts[] =>
  facts.filter((issue) => issue.mergedInto === undefined)

const counts = (period: Period) => (issue: IssueFacts) =>
  within(period, issue.deadlineAt) && !(issue.withdrawnAt && issue.withdrawnAt < issue.deadlineAt)

const explainedAgain = (issues: readonly IssueFacts[], period: Period): Scorecard['explainedAgain'] => {
  const closed = issues.filter((issue) => within(period, standsClosedAt(issue)))
  const said = (answer: Closing['explainedAgain']) =>
    closed.filter(({ closing }) => closing?.explainedAgain === answer).length
  const [yes, no] = [said('yes'), said('no')]
  return { yes, answers: yes + no, closed: closed.length, tooFew: yes + no < answeredEnough * closed.length }
}

/** The three shared numbers over the issues whose deadline (the third: whose close) falls in the period. */
export const scorecard = (facts: readonly IssueFacts[], period: Period): Scorecard => {
  const issues = counted(facts)
  const due = issues.filter(counts(period))
  return {
    toldInTime: { x: due.filter(toldInTime).length, n: due.length },
    sentAround: { x: due.filter(({ attempts }) => attempts >= attemptsThatSendAround).length, n: due.length },
    explainedAgain: explainedAgain(issues, period),
  }
}
