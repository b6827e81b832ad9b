import type { Council, PersonId } from '../../council.ts'
import { DomainError } from '../../errors.ts'
import type { Issue } from '../../issue/issue.ts'
import { isOpen } from '../../issue/issue.ts'
import type { Place } from '../../journey-map.ts'
import { placeFor } from '../../journey-map.ts'
import { mayEdit } from '../../permissions.ts'
import type { Severity } from '../../severity.ts'
import { stricter } from '../../severity.ts'
import { deadlineOf } from '../../time/service-level.ts'
import { askAt } from '../asking/ask.ts'
import type { Circumstances, Decision } from '../decision.ts'
import { andThen } from '../decision.ts'
import { endedError } from '../ended.ts'

export type DetailsCommand = {
  readonly by: PersonId
  readonly severity: Severity
  readonly customer?: string
  readonly stage?: string
  readonly department?: string
}

/** Details move the ask only while nobody has claimed and nobody but the map has spoken. */
export const newPlace = (
  issue: Issue,
  command: Pick<DetailsCommand, 'stage' | 'department'>,
  council: Council,
): Place | undefined => {
  const { stage = issue.stage, department } = command
  const place = placeFor(council, {
    ...(stage === undefined ? {} : { stage }),
    ...(department === undefined ? {} : { department }),
  })
  if (issue.state !== 'flagged' || issue.moves.notOurs > 0 || !place) return undefined
  return place.department === issue.department && place.stage === issue.stage ? undefined : place
}

/**
 * Completes a fresh flag with customer, severity, stage and department; an issue nobody claimed yet is asked for at the
 * place they name. Throws `not_allowed`, `already_closed`, `stage_unknown` or `department_unknown`.
 */
export const addDetails = (issue: Issue, command: DetailsCommand, circumstances: Circumstances): Decision => {
  const { council, now } = circumstances
  if (!isOpen(issue)) throw endedError(issue)
  if (!mayEdit(council, issue, command.by)) throw new DomainError('not_allowed', { number: issue.number, act: 'edit' })
  const place = newPlace(issue, command, council)
  const strictest = stricter(issue.strictestSeverity, command.severity)
  const { severity, stage, department, customer } = command
  const detailed: Decision = {
    issue: {
      ...issue,
      severity,
      strictestSeverity: strictest,
      deadlineAt: deadlineOf(council, issue.flaggedAt, strictest),
      ...(customer === undefined ? {} : { customer }),
      ...(stage === undefined ? {} : { stage }),
    },
    events: [
      {
        kind: 'details_added',
        at: now,
        actor: command.by,
        severity,
        ...(stage === undefined ? {} : { stage }),
        ...(department === undefined ? {} : { department }),
      },
    ],
  }
  return place ? andThen(detailed, (next) => askAt(next, place, 'details', circumstances)) : detailed
}
