import type { PersonId } from '../../council.ts'
import { departmentOf } from '../../council.ts'
import { DomainError } from '../../errors.ts'
import type { Issue } from '../../issue/issue.ts'
import { isOpen } from '../../issue/issue.ts'
import { actsAsOwner } from '../../permissions.ts'
import { endOfWorkingDay } from '../../time/working-time.ts'
import { instantOf, type LocalDate, localDate, wallMidnight } from '../../time/zoned-time.ts'
import { behalf } from '../claimed.ts'
import type { Circumstances, Decision } from '../decision.ts'
import { endedError } from '../ended.ts'
import { requireText } from '../text.ts'

export type PromiseCommand = {
  readonly by: PersonId
  readonly what: string
  readonly date: LocalDate
  /** Minutes after midnight in the department's zone; the end of its working day when left out. */
  readonly time?: number
}

const minuteMs = 60_000

const requireOwnership = (issue: Issue, by: PersonId, { council }: Circumstances): void => {
  if (!isOpen(issue)) throw endedError(issue)
  if (issue.state === 'flagged') throw new DomainError('not_claimed', { number: issue.number })
  if (!actsAsOwner(council, issue, by)) throw new DomainError('not_allowed', { number: issue.number, act: 'promise' })
}

/** The instant a date and time mean where the department works. Throws `bad_date` at the field that is in the past. */
const dueAt = (issue: Issue, { date, time }: PromiseCommand, { council, now }: Circumstances): Date => {
  const calendar = departmentOf(council, issue.department)?.calendar ?? council.calendar
  if (date < localDate(calendar.timeZone, now)) throw new DomainError('bad_date', {}, { field: 'promise_by' })
  if (time === undefined) {
    const closing = endOfWorkingDay(calendar, date)
    return closing > now ? closing : new Date(instantOf(calendar.timeZone, wallMidnight(date) + 24 * 60 * minuteMs))
  }
  const at = instantOf(calendar.timeZone, wallMidnight(date) + time * minuteMs)
  if (at <= now) throw new DomainError('bad_date', {}, { field: 'promise_time' })
  return at
}

/**
 * The owner has promised the customer something by a time; a later promise takes the place of an earlier one. Throws
 * `not_claimed`, `already_closed`, `merged`, `withdrawn`, `not_allowed`, `text_missing`, `text_too_long` or `bad_date`.
 */
export const promiseCustomer = (issue: Issue, command: PromiseCommand, circumstances: Circumstances): Decision => {
  requireOwnership(issue, command.by, circumstances)
  const words = { kind: 'promise' as const, text: requireText(command.what, 'promise') }
  const { now } = circumstances
  const by = dueAt(issue, command, circumstances)
  return {
    issue: { ...issue, promiseBy: by, lastUpdateAt: now },
    events: [{ kind: 'promised', at: now, actor: command.by, ...behalf(issue, command.by), by, words }],
  }
}

/** What was promised has been done. Throws `no_promise`, and what a promise throws. */
export const keepPromise = (issue: Issue, by: PersonId, circumstances: Circumstances): Decision => {
  requireOwnership(issue, by, circumstances)
  const { promiseBy, ...rest } = issue
  if (promiseBy === undefined) throw new DomainError('no_promise', { number: issue.number })
  const { now } = circumstances
  return {
    issue: { ...rest, lastUpdateAt: now },
    events: [{ kind: 'promise_kept', at: now, actor: by, ...behalf(issue, by), by: promiseBy }],
  }
}
