import type { PersonId } from '../council.ts'
import { departmentOf } from '../council.ts'
import { DomainError } from '../errors.ts'
import type { Issue } from '../issue.ts'
import { actsAsOwner } from '../permissions.ts'
import { endOfWorkingDay } from '../working-time.ts'
import { localDate } from '../zoned-time.ts'
import { behalf, requireClaimed } from './claimed.ts'
import type { Circumstances, Decision } from './decision.ts'

/**
 * The owner commits to a next step by a day (YYYY-MM-DD in the department's zone); it counts as an update. Throws
 * `not_claimed`, `not_allowed` or `bad_date` for a day that has passed.
 */
export const setNextStep = (
  issue: Issue,
  command: { readonly by: PersonId; readonly date: string },
  { council, now }: Circumstances,
): Decision => {
  requireClaimed(issue)
  if (!actsAsOwner(council, issue, command.by)) throw new DomainError('not_allowed', { number: issue.number, act: 'next_step' })
  const calendar = departmentOf(council, issue.department)?.calendar ?? council.calendar
  if (command.date < localDate(calendar.timeZone, now)) throw new DomainError('bad_date', {}, { field: 'next_step_by' })
  const by = endOfWorkingDay(calendar, command.date)
  return {
    issue: { ...issue, nextStepBy: by, lastUpdateAt: now },
    events: [{ kind: 'next_step_set', at: now, actor: command.by, ...behalf(issue, command.by), by }],
  }
}
