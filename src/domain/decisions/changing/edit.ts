import type { PersonId } from '../../council.ts'
import { stageOf } from '../../council.ts'
import { DomainError } from '../../errors.ts'
import type { Issue } from '../../issue/issue.ts'
import { isOpen } from '../../issue/issue.ts'
import { mayEdit } from '../../permissions.ts'
import type { Severity } from '../../severity.ts'
import { stricter } from '../../severity.ts'
import { deadlineFor } from '../../time/deadline.ts'
import { askAt } from '../asking/ask.ts'
import type { Circumstances, Decision } from '../decision.ts'
import { andThen } from '../decision.ts'
import { endedError } from '../ended.ts'
import { newPlace, regionAfter } from '../flagging/add-details.ts'

/** What the issue is to say; what is left out stays as it is. `customer` is the id; `region` is theirs. */
export type EditCommand = {
  readonly by: PersonId
  readonly severity: Severity
  readonly customer?: string
  readonly region?: string
  readonly stage?: string
}

/**
 * Corrects customer, severity and stage; the strictest severity ever is remembered, and the deadline follows it. An issue
 * nobody has claimed yet is asked for at its new stage. Nothing happens when all is as it was. Throws `already_closed`,
 * `merged`, `withdrawn`, `not_allowed` or `stage_unknown`.
 */
export const editIssue = (issue: Issue, command: EditCommand, circumstances: Circumstances): Decision => {
  const { council, now } = circumstances
  if (!isOpen(issue)) throw endedError(issue)
  if (!mayEdit(council, issue, command.by)) throw new DomainError('not_allowed', { number: issue.number, act: 'edit' })
  const { severity, stage = issue.stage, customer = issue.customer } = command
  if (stage !== issue.stage && !stageOf(council, stage)) throw new DomainError('stage_unknown', {}, { field: 'stage' })
  const region = regionAfter(issue, command)
  const changed = {
    ...(severity === issue.severity ? {} : { severity }),
    ...(stage === undefined || stage === issue.stage ? {} : { stage }),
    ...(customer === undefined || customer === issue.customer ? {} : { customer }),
  }
  if (Object.keys(changed).length === 0 && region === issue.region) return { issue, events: [] }
  const place = newPlace(issue, { ...command, ...(stage === undefined ? {} : { stage }) }, council)
  const strictestSeverity = stricter(issue.strictestSeverity, severity)
  const { region: _, ...elsewhere } = issue
  const whose = region === undefined ? {} : { region }
  const edited: Decision = {
    issue: {
      ...elsewhere,
      ...changed,
      ...whose,
      strictestSeverity,
      deadlineAt: deadlineFor(council, { ...issue, strictestSeverity }),
    },
    events: [{ kind: 'edited', at: now, actor: command.by, ...changed, ...(region === issue.region ? {} : whose) }],
  }
  return place ? andThen(edited, (next) => askAt(next, place, 'details', circumstances)) : edited
}
