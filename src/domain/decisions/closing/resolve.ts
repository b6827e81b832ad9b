import type { PersonId } from '../../council.ts'
import { departmentOf, stageOf } from '../../council.ts'
import { DomainError } from '../../errors.ts'
import type { Issue } from '../../issue/issue.ts'
import { actsAsOwner } from '../../permissions.ts'
import { behalf, requireClaimed } from '../claimed.ts'
import type { Circumstances, Decision } from '../decision.ts'
import { andThen } from '../decision.ts'
import { endAllOpen } from '../moving/end-all-open.ts'
import { requireText } from '../text.ts'
import { endWait } from '../waiting/end-wait.ts'

export type ResolveCommand = {
  readonly by: PersonId
  readonly whatWasDone: string
  readonly originStage?: string
  readonly originDepartment?: string
}

/**
 * The problem is solved; the customer still has to be told. Throws `not_claimed`, `already_resolved`, `not_allowed`,
 * `text_missing`, `stage_unknown` or `department_unknown`.
 */
export const resolveIssue = (issue: Issue, command: ResolveCommand, circumstances: Circumstances): Decision => {
  const { council, now } = circumstances
  requireClaimed(issue)
  if (!actsAsOwner(council, issue, command.by))
    throw new DomainError('not_allowed', { number: issue.number, act: 'resolve' })
  const text = requireText(command.whatWasDone, 'what_was_done')
  const { originStage, originDepartment } = command
  if (originStage !== undefined && !stageOf(council, originStage))
    throw new DomainError('stage_unknown', {}, { field: 'origin_stage' })
  if (originDepartment !== undefined && !departmentOf(council, originDepartment))
    throw new DomainError('department_unknown', {}, { field: 'origin_department' })
  const settled = andThen(endAllOpen(issue, 'resolved', now), (free) => endWait(free, 'resolved', circumstances))
  return andThen(settled, (free) => ({
    issue: { ...free, state: 'resolved', resolvedAt: now, lastUpdateAt: now },
    events: [
      {
        kind: 'resolved',
        at: now,
        actor: command.by,
        ...behalf(issue, command.by),
        ...(originStage === undefined ? {} : { originStage }),
        ...(originDepartment === undefined ? {} : { originDepartment }),
        words: { kind: 'what_was_done', text },
      },
    ],
  }))
}
