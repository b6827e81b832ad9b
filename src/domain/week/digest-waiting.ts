import type { Council } from '../council.ts'
import { type Issue, isWithheld } from '../issue/issue.ts'
import { calendarOf } from '../time/service-level.ts'
import { addWorkingTime } from '../time/working-time.ts'

/** An issue that nobody has claimed. */
export type WaitingIssue = Pick<Issue, 'number' | 'severity' | 'audience' | 'wordsShared' | 'department' | 'flaggedAt'>

/** An issue in need of an owner; `since` is an ISO 8601 instant. */
export type Waiting = {
  readonly number: number
  readonly reason: 'no_owner'
  readonly since: string
  /** The key of the department that was asked; none while unrouted. */
  readonly department?: string
  /** Not to be told more about than its number: the council's channel may hold people it does not concern. */
  readonly restricted: boolean
}

const claimDueAt = (council: Council, { severity, department, flaggedAt }: WaitingIssue): Date =>
  addWorkingTime(calendarOf(council, department, severity), flaggedAt, council.rules.claimWithin[severity])

const shown = ({ number, flaggedAt, department, ...issue }: WaitingIssue): Waiting => ({
  number,
  reason: 'no_owner',
  since: flaggedAt.toISOString(),
  ...(department === undefined ? {} : { department }),
  restricted: isWithheld(issue),
})

/** The issues unclaimed for longer than `claim_within`, longest waiting first. */
export const waitingTooLong = (council: Council, unclaimed: readonly WaitingIssue[], now: Date): readonly Waiting[] =>
  unclaimed
    .filter((issue) => claimDueAt(council, issue) < now)
    .toSorted((a, b) => a.flaggedAt.getTime() - b.flaggedAt.getTime() || a.number - b.number)
    .map(shown)
