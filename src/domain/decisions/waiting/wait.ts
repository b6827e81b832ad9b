import type { PersonId } from '../../council.ts'
import { departmentOf } from '../../council.ts'
import { DomainError } from '../../errors.ts'
import type { IssueEvent } from '../../issue/events.ts'
import type { Issue } from '../../issue/issue.ts'
import type { Wait, WaitCause } from '../../issue/wait.ts'
import { actsAsOwner } from '../../permissions.ts'
import { deadlineFor } from '../../time/deadline.ts'
import type { LocalDate } from '../../time/zoned-time.ts'
import { behalf, requireClaimed } from '../claimed.ts'
import type { Circumstances, Decision } from '../decision.ts'
import { andThen } from '../decision.ts'
import { optionalText } from '../text.ts'
import { endWait } from './end-wait.ts'
import { wakeUpAt } from './wake-up.ts'

export type WaitCommand = {
  readonly by: PersonId
  readonly on: WaitCause
  /** Which, when it waits on a department. */
  readonly department?: string
  /** The question to the customer, what is needed, what is to be approved by whom, or which vendor. */
  readonly what?: string
  /** The day of waking up, in the zone of the owner's department. */
  readonly wakeUp?: LocalDate
}

const refuse = (issue: Issue, by: PersonId, { council }: Circumstances): void => {
  requireClaimed(issue)
  if (!actsAsOwner(council, issue, by)) throw new DomainError('not_allowed', { number: issue.number, act: 'wait' })
}

const requireWait = (issue: Issue): Wait => {
  if (!issue.wait) throw new DomainError('not_waiting', { number: issue.number })
  return issue.wait
}

/** The department that is waited on. Throws `wait_unclear`, `department_unknown` or `same_department` for its field. */
const departmentIn = ({ on, department }: WaitCommand, issue: Issue, { council }: Circumstances) => {
  if (on !== 'department') return {}
  const atField = { field: 'department' }
  if (department === undefined) throw new DomainError('wait_unclear', {}, atField)
  if (department === issue.department) throw new DomainError('same_department', {}, atField)
  if (!departmentOf(council, department)) throw new DomainError('department_unknown', {}, atField)
  return { department }
}

/** What was written about it. Throws `wait_unclear` where an approval or a vendor is not said, and `text_too_long`. */
const wordsIn = ({ on, what }: WaitCommand): Pick<IssueEvent, 'words'> => {
  const text = optionalText(what, 'waits_for')
  if (text !== undefined) return { words: { kind: 'wait', text } }
  if (on === 'approval' || on === 'vendor') throw new DomainError('wait_unclear', { on }, { field: 'waits_for' })
  return {}
}

/**
 * The owner says what the issue waits on, which counts as an update; it takes the place of what it waited on before. Throws
 * `not_claimed`, `already_resolved`, `not_allowed`, `wait_unclear`, `department_unknown`, `same_department`,
 * `text_too_long`, `bad_date` or `wait_too_long`.
 */
export const waitOn = (issue: Issue, command: WaitCommand, circumstances: Circumstances): Decision => {
  refuse(issue, command.by, circumstances)
  const { council, now } = circumstances
  const { by, on, wakeUp } = command
  const department = departmentIn(command, issue, circumstances)
  const words = wordsIn(command)
  const until = wakeUp === undefined ? {} : { until: wakeUpAt(council, issue, wakeUp, now) }
  const question = on === 'customer' && words.words !== undefined
  return andThen(endWait(issue, 'replaced', circumstances), (free) => {
    const waiting: Issue = { ...free, wait: { on, ...department, ...until, since: now, question }, lastUpdateAt: now }
    const who = { at: now, actor: by, ...behalf(issue, by) }
    return {
      issue: { ...waiting, deadlineAt: deadlineFor(council, waiting) },
      events: [{ kind: 'waiting_started', ...who, on, ...department, ...until, question, ...words }],
    }
  })
}

/** It moves again. Throws `not_claimed`, `not_allowed`, or `not_waiting` where it waits on nothing. */
export const moveAgain = (issue: Issue, by: PersonId, circumstances: Circumstances): Decision => {
  refuse(issue, by, circumstances)
  requireWait(issue)
  const { issue: moving, events } = endWait(issue, 'moving', circumstances)
  return {
    issue: { ...moving, lastUpdateAt: circumstances.now },
    events: events.map((event) => ({ ...event, actor: by, ...behalf(issue, by) })),
  }
}

/** It still waits, until another day. Throws what `moveAgain` does, and `bad_date` or `wait_too_long`. */
export const waitOnward = (
  issue: Issue,
  { by, wakeUp }: { readonly by: PersonId; readonly wakeUp: LocalDate },
  circumstances: Circumstances,
): Decision => {
  refuse(issue, by, circumstances)
  const wait = requireWait(issue)
  const { council, now } = circumstances
  const until = wakeUpAt(council, issue, wakeUp, now)
  return {
    issue: { ...issue, wait: { ...wait, until }, lastUpdateAt: now },
    events: [{ kind: 'waiting_continued', at: now, actor: by, ...behalf(issue, by), on: wait.on, until }],
  }
}
