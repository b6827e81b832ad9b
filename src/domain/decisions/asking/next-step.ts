import type { PersonId } from '../../council.ts'
import { departmentOf } from '../../council.ts'
import { DomainError } from '../../errors.ts'
import type { Issue } from '../../issue/issue.ts'
import { actsAsOwner } from '../../permissions.ts'
import { endOfWorkingDay } from '../../time/working-time.ts'
import type { LocalDate } from '../../time/zoned-time.ts'
import { addLocalDays, localDate } from '../../time/zoned-time.ts'
import { behalf, requireClaimed } from '../claimed.ts'
import type { Circumstances, Decision } from '../decision.ts'
import { requireText } from '../text.ts'

/** A day by name, or a date as YYYY-MM-DD. */
export type NextStepDay = 'today' | 'tomorrow' | 'friday' | { readonly date: string }

/** The local date a press means; on a Friday, *Friday* is the next one. */
const dateOf = (day: NextStepDay, today: LocalDate): LocalDate => {
  if (typeof day === 'object') return day.date
  if (day === 'today') return today
  if (day === 'tomorrow') return addLocalDays(today, 1)
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay()
  return addLocalDays(today, (5 - weekday + 7) % 7 || 7)
}

/**
 * The owner commits to a next step, said in words or not, by a day in the department's zone; it counts as an update. Throws
 * `not_claimed`, `not_allowed` or `bad_date` for a day that has passed.
 */
export const setNextStep = (
  issue: Issue,
  command: { readonly by: PersonId; readonly day: NextStepDay; readonly what?: string },
  { council, now }: Circumstances,
): Decision => {
  requireClaimed(issue)
  if (!actsAsOwner(council, issue, command.by))
    throw new DomainError('not_allowed', { number: issue.number, act: 'next_step' })
  const calendar = departmentOf(council, issue.department)?.calendar ?? council.calendar
  const today = localDate(calendar.timeZone, now)
  const date = dateOf(command.day, today)
  if (date < today) throw new DomainError('bad_date', {}, { field: 'next_step_by' })
  const by = endOfWorkingDay(calendar, date)
  const what = command.what?.trim() ?? ''
  const words = what === '' ? {} : { words: { kind: 'next_step' as const, text: requireText(what, 'next_step') } }
  return {
    issue: { ...issue, nextStepBy: by, lastUpdateAt: now },
    events: [{ kind: 'next_step_set', at: now, actor: command.by, ...behalf(issue, command.by), by, ...words }],
  }
}
