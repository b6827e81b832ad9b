import type { Council } from '../council.ts'
import type { Issue } from '../issue/issue.ts'
import { deadlineOf } from './service-level.ts'
import { addWorkingTime, workingMillisBetween } from './working-time.ts'

/** By no more does waiting on the customer move a deadline. */
const most = { amount: 5, unit: 'd' } as const

/** No calendar has more working time in that: what a customer is waited for beyond it need not be counted. */
const mostMillis = 5 * 24 * 3_600_000

type Due = Pick<Issue, 'flaggedAt' | 'strictestSeverity' | 'customerWaited' | 'wait'>

const extended = (council: Council, deadline: Date, waited: number): Date => {
  if (waited === 0) return deadline
  const moved = addWorkingTime(council.calendar, deadline, { amount: waited / 1000, unit: 's' })
  const limit = addWorkingTime(council.calendar, deadline, most)
  return new Date(Math.min(moved.getTime(), limit.getTime()))
}

const withoutWait = (council: Council, { flaggedAt, strictestSeverity, customerWaited = 0 }: Due): Date =>
  extended(council, deadlineOf(council, flaggedAt, strictestSeverity), customerWaited)

/** Whether the wait moves the deadline: a question to the customer was recorded before the deadline had passed. */
const extendsIt = (council: Council, issue: Due): boolean => {
  const { wait } = issue
  return wait?.on === 'customer' && wait.question && wait.since < withoutWait(council, issue)
}

/**
 * When the customer of an issue should have been told: `resolve_within` of the strictest severity in council hours, and
 * later by the time it waited on the customer with a recorded question, 5 working days at most. While it still waits, it is
 * the latest that this can become: it has not passed before the wait has used them up, and no week counts the issue twice.
 */
export const deadlineFor = (council: Council, issue: Due): Date =>
  extendsIt(council, issue)
    ? addWorkingTime(council.calendar, deadlineOf(council, issue.flaggedAt, issue.strictestSeverity), most)
    : withoutWait(council, issue)

/** What `customerWaited` becomes when the wait ends at an instant. */
export const waitedUntil = (council: Council, issue: Due, end: Date): number => {
  const { wait, customerWaited = 0 } = issue
  if (!wait || !extendsIt(council, issue)) return customerWaited
  return Math.min(mostMillis, customerWaited + workingMillisBetween(council.calendar, wait.since, end))
}
