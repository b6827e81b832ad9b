import type { PersonId } from '../../council.ts'
import { DomainError } from '../../errors.ts'
import type { Words } from '../../issue/events.ts'
import type { Closing, Issue } from '../../issue/issue.ts'
import { mayClose } from '../../permissions.ts'
import { endOfWorkingDay } from '../../time/working-time.ts'
import type { LocalDate } from '../../time/zoned-time.ts'
import { localDate } from '../../time/zoned-time.ts'
import type { Circumstances, Decision } from '../decision.ts'
import { andThen } from '../decision.ts'
import { endAllOpen } from '../moving/end-all-open.ts'
import { requireText } from '../text.ts'

export type CloseCommand = {
  readonly by: PersonId
  readonly told?: string
  readonly couldNotBeToldBecause?: string
  /** Recorded attempts to reach the customer; whole, at least 1. */
  readonly attempts?: number
  /** The day on which the customer was told, in the council's zone. */
  readonly when: LocalDate
  readonly byWhom: PersonId
  readonly explainedAgain: Closing['explainedAgain']
  readonly satisfaction?: number
}

const wordsOf = ({ told, couldNotBeToldBecause }: CloseCommand): Words => {
  const why = couldNotBeToldBecause?.trim() ?? ''
  if ((told?.trim() ?? '') !== '' && why !== '')
    throw new DomainError('told_and_not_told', {}, { field: 'could_not_be_told' })
  return why === ''
    ? { kind: 'what_was_told', text: requireText(told, 'told') }
    : { kind: 'could_not_be_told', text: requireText(why, 'could_not_be_told') }
}

const toldAt = (when: LocalDate, issue: Issue, { council, now }: Circumstances): Date => {
  const { timeZone } = council.calendar
  const today = localDate(timeZone, now)
  if (when > today) throw new DomainError('bad_date', {}, { field: 'when' })
  if (when < localDate(timeZone, issue.flaggedAt)) throw new DomainError('before_flag', {}, { field: 'when' })
  if (when === today) return now
  const end = endOfWorkingDay(council.calendar, when)
  return new Date(Math.max(end.getTime(), issue.flaggedAt.getTime()))
}

/**
 * Records what the customer was told, or why they could not be, and closes the issue. Throws `not_resolved`,
 * `already_closed`, `not_allowed`, `text_missing`, `told_and_not_told`, `bad_number` or `bad_date`.
 */
export const closeLoop = (issue: Issue, command: CloseCommand, circumstances: Circumstances): Decision => {
  if (issue.state === 'closed') throw new DomainError('already_closed', { number: issue.number })
  if (issue.state !== 'resolved') throw new DomainError('not_resolved', { number: issue.number })
  if (!mayClose(issue, command.by)) throw new DomainError('not_allowed', { number: issue.number, act: 'close' })
  const words = wordsOf(command)
  const { attempts = 1, satisfaction } = command
  if (!Number.isInteger(attempts) || attempts < 1 || attempts > 99)
    throw new DomainError('bad_number', {}, { field: 'attempts' })
  if (satisfaction !== undefined && ![1, 2, 3, 4, 5].includes(satisfaction))
    throw new DomainError('bad_number', {}, { field: 'satisfaction' })
  const closing: Closing = {
    outcome: words.kind === 'what_was_told' ? 'told' : 'could_not_be_told',
    at: toldAt(command.when, issue, circumstances),
    by: command.byWhom,
    attempts,
    explainedAgain: command.explainedAgain,
    ...(satisfaction === undefined ? {} : { satisfaction }),
  }
  const { now } = circumstances
  const { promiseBy: _, ...kept } = issue
  return andThen(endAllOpen(kept, 'closed', now), (free) => ({
    issue: { ...free, state: 'closed', closing, closedAt: now, lastUpdateAt: now },
    events: [{ kind: 'closed', at: now, actor: command.by, closing, words }],
  }))
}
