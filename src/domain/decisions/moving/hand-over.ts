import type { PersonId } from '../../council.ts'
import { departmentOf } from '../../council.ts'
import { DomainError } from '../../errors.ts'
import { guardVerdict } from '../../handover-guard.ts'
import type { IssueEvent, Words } from '../../issue/events.ts'
import type { Handover, HandoverReason, Issue } from '../../issue/issue.ts'
import { type Candidate, placeAt } from '../../journey-map.ts'
import { actsAsOwner, maySee } from '../../permissions.ts'
import { calendarOf } from '../../time/service-level.ts'
import { addWorkingTime } from '../../time/working-time.ts'
import { firstReachable } from '../asking/ask.ts'
import { behalf, requireClaimed } from '../claimed.ts'
import { openDecision } from '../deciding/open.ts'
import type { Circumstances, Decision } from '../decision.ts'
import { andThen } from '../decision.ts'
import { requireText } from '../text.ts'
import { type BriefEdit, briefEvents } from './edit-brief.ts'
import { cancelHandover } from './settle-handover.ts'

export type HandOverCommand = BriefEdit & {
  readonly by: PersonId
  readonly id: string
  readonly to: string
  readonly reason: HandoverReason
  readonly need: string
  /** Required when the department held the issue before. */
  readonly whatChanged?: string
}

/** Nobody can be asked there; where it would only be the owner themselves, they hear that. */
const nobodyIn = (issue: Issue, to: string, chain: readonly Candidate[]): DomainError =>
  chain.some(({ person }) => person === issue.owner)
    ? new DomainError('asked_oneself', { department: to, owner: issue.owner ?? '' }, { field: 'department' })
    : new DomainError('nobody_reachable', { department: to }, { field: 'department' })

/** Who of the target department is asked to accept: its chain without the chair and without the present owner. */
const receiver = (issue: Issue, to: string, circumstances: Circumstances): PersonId => {
  const { chain } = placeAt(circumstances.council, to, issue.stage, issue.region)
  const able = chain.filter((candidate) => candidate.role !== 'chair')
  const found = firstReachable(
    able,
    circumstances,
    (person, isCover) => person !== issue.owner && (!isCover || maySee(circumstances.council, issue, person)),
  )
  if (!found) throw nobodyIn(issue, to, able)
  return found.person
}

const refuse = (issue: Issue, command: HandOverCommand, { council }: Circumstances): string => {
  requireClaimed(issue)
  if (!actsAsOwner(council, issue, command.by))
    throw new DomainError('not_allowed', { number: issue.number, act: 'hand_over' })
  if (issue.handover && issue.handover.pass === undefined)
    throw new DomainError('handover_pending', { number: issue.number, department: issue.handover.to })
  if (issue.decision) throw new DomainError('council_decides', { number: issue.number })
  if (command.to === issue.department) throw new DomainError('same_department', {}, { field: 'department' })
  if (!departmentOf(council, command.to)) throw new DomainError('department_unknown', {}, { field: 'department' })
  return issue.department ?? ''
}

const pendingHandover = (
  issue: Issue,
  { id, to, by, reason }: HandOverCommand,
  from: string,
  verdict: 'clear' | 'return',
  circumstances: Circumstances,
): Handover => {
  const { council, now } = circumstances
  const asked = receiver(issue, to, circumstances)
  const dueAt = addWorkingTime(calendarOf(council, to, issue.severity), now, council.rules.acceptWithin[issue.severity])
  return { id, from, to, reason, askedBy: by, asked, verdict, at: now, dueAt }
}

const changedWords = (command: HandOverCommand): Words => ({
  kind: 'what_changed',
  text: requireText(command.whatChanged, 'what_changed'),
})

/**
 * Asks another department to take an issue over; the sender stays accountable until it accepts. Where the guard says
 * *council*, it is for the council to decide. Throws `not_claimed`, `not_allowed`, `handover_pending`, `council_decides`,
 * `same_department`, `department_unknown`, `nobody_reachable`, `asked_oneself`, `text_missing`, `text_too_long` or, where
 * the department held the issue
 * before, `what_changed_missing`.
 */
export const handOver = (issue: Issue, command: HandOverCommand, circumstances: Circumstances): Decision => {
  const { council, now } = circumstances
  const from = refuse(issue, command, circumstances)
  const need = requireText(command.need, 'need')
  const who = { at: now, actor: command.by, ...behalf(issue, command.by) }
  const move = { from, to: command.to, reason: command.reason }
  const brief = briefEvents(command, who)
  const guard = guardVerdict(issue, command.to, council.rules.maxHops)
  if (guard.verdict === 'council')
    return andThen({ issue, events: brief }, (briefed) =>
      openDecision(briefed, { ...command, need, why: guard.why }, circumstances),
    )
  if (guard.verdict === 'return' && (command.whatChanged ?? '').trim() === '')
    throw new DomainError('what_changed_missing', { number: issue.number, to: command.to }, { field: 'what_changed' })
  const handover = pendingHandover(issue, command, from, guard.verdict, circumstances)
  const { id, asked, verdict } = handover
  const asking: IssueEvent = {
    kind: 'handover_asked',
    ...who,
    ...move,
    id,
    asked,
    verdict,
    words: { kind: 'need', text: need },
  }
  return andThen(cancelHandover(issue, 'replaced', now), (free) => ({
    issue: { ...free, handover, lastUpdateAt: now },
    events:
      verdict === 'clear'
        ? [...brief, asking]
        : [...brief, asking, { kind: 'what_changed_said', ...who, id, words: changedWords(command) }],
  }))
}
