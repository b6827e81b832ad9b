import type { PersonId } from '../../council.ts'
import { departmentOf } from '../../council.ts'
import { DomainError } from '../../errors.ts'
import type { IssueEvent } from '../../issue/events.ts'
import type { Issue } from '../../issue/issue.ts'
import { colleaguesFor } from '../../journey-map.ts'
import { isReachable } from '../../people.ts'
import { actsAsOwner } from '../../permissions.ts'
import { addWorkingTime } from '../../time/working-time.ts'
import { behalf, requireClaimed } from '../claimed.ts'
import type { Circumstances, Decision } from '../decision.ts'
import { andThen } from '../decision.ts'
import { cancelHandover } from '../moving/settle-handover.ts'
import { optionalText } from '../text.ts'
import { movedTo } from './accept-pass.ts'

export type PassCommand = {
  readonly by: PersonId
  readonly id: string
  /** Who should answer for it. */
  readonly to: PersonId
  readonly note?: string
}

/** Who of the owning department could take an issue over now, besides its owner. */
export const mayBePassedTo = (issue: Issue, { council, people, now }: Circumstances): readonly PersonId[] =>
  colleaguesFor(council, issue.department ?? '', issue.stage, issue.region).filter(
    (person) => person !== issue.owner && isReachable(people.get(person), now),
  )

const refuse = (issue: Issue, { by, to }: PassCommand, circumstances: Circumstances): void => {
  const { council, people, now } = circumstances
  const { number, department = '', owner = '' } = issue
  requireClaimed(issue)
  if (!actsAsOwner(council, issue, by)) throw new DomainError('not_allowed', { number, act: 'pass' })
  if (issue.handover && issue.handover.pass === undefined)
    throw new DomainError('handover_pending', { number, department: issue.handover.to })
  const atField = { field: 'colleague' }
  if (to === owner) throw new DomainError('owner_already', { number, owner }, atField)
  if (!colleaguesFor(council, department, issue.stage, issue.region).includes(to))
    throw new DomainError('no_colleague', { number, department }, atField)
  if (to !== by && !isReachable(people.get(to), now)) throw new DomainError('person_away', { owner: to }, atField)
}

const asking = (issue: Issue, command: PassCommand, { council, now }: Circumstances): Decision => {
  const { by, id, to } = command
  const department = issue.department ?? ''
  const calendar = departmentOf(council, department)?.calendar ?? council.calendar
  const dueAt = addWorkingTime(calendar, now, council.rules.acceptWithin[issue.severity])
  const at = { from: department, to: department, askedBy: by, asked: to, at: now, dueAt } as const
  const note = optionalText(command.note, 'note')
  const event: IssueEvent = {
    kind: 'pass_asked',
    at: now,
    actor: by,
    ...behalf(issue, by),
    id,
    department,
    asked: to,
    why: 'asked',
    ...(note === undefined ? {} : { words: { kind: 'need', text: note } }),
  }
  return {
    issue: {
      ...issue,
      handover: { ...at, id, reason: 'capacity', pass: 'asked', verdict: 'clear' },
      lastUpdateAt: now,
    },
    events: [event],
  }
}

const takenByThemselves = (issue: Issue, { by, id, to }: PassCommand, now: Date): Decision => {
  const { department = '', owner = '' } = issue
  const event = { kind: 'pass_accepted', at: now, actor: by, id, department, from: owner, owner: to } as const
  return { issue: movedTo(issue, to, now), events: [event] }
}

/**
 * Asks a colleague of the owning department to take an issue over; the owner stays accountable until they accept. A pass
 * that is pending is replaced; a lead or chair who names themselves has it at once. Throws `not_claimed`, `not_allowed`,
 * `handover_pending`, `owner_already`, `no_colleague` or `person_away`.
 */
export const passOn = (issue: Issue, command: PassCommand, circumstances: Circumstances): Decision => {
  refuse(issue, command, circumstances)
  return andThen(cancelHandover(issue, 'replaced', circumstances.now), (free) =>
    command.by === command.to
      ? takenByThemselves(free, command, circumstances.now)
      : asking(free, command, circumstances),
  )
}
