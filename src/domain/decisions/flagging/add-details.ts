import type { Council, PersonId } from '../../council.ts'
import { stageOf } from '../../council.ts'
import { DomainError } from '../../errors.ts'
import type { Issue } from '../../issue/issue.ts'
import { isOpen } from '../../issue/issue.ts'
import type { Place } from '../../journey-map.ts'
import { cellOf, placeFor } from '../../journey-map.ts'
import { mayEdit } from '../../permissions.ts'
import type { Severity } from '../../severity.ts'
import { stricter } from '../../severity.ts'
import { deadlineFor } from '../../time/deadline.ts'
import { askAt } from '../asking/ask.ts'
import type { Circumstances, Decision } from '../decision.ts'
import { andThen } from '../decision.ts'
import { endedError } from '../ended.ts'

export type DetailsCommand = {
  readonly by: PersonId
  readonly severity: Severity
  readonly customer?: string
  /** Of the customer, where one is named: none of a customer without one. */
  readonly region?: string
  readonly stage?: string
  readonly department?: string
}

/** The region of the customer that the details name; without one the issue's stays. */
export const regionAfter = (
  issue: Issue,
  { customer, region }: Pick<DetailsCommand, 'customer' | 'region'>,
): string | undefined => (customer === undefined ? issue.region : region)

/** Details move the ask only while nobody has claimed and nobody but the map has spoken. */
export const newPlace = (
  issue: Issue,
  command: Pick<DetailsCommand, 'stage' | 'department' | 'customer' | 'region'>,
  council: Council,
): Place | undefined => {
  const { stage = issue.stage, department } = command
  const region = regionAfter(issue, command)
  const place = placeFor(council, {
    ...(stage === undefined ? {} : { stage }),
    ...(department === undefined ? {} : { department }),
    ...(region === undefined ? {} : { region }),
  })
  if (issue.state !== 'flagged' || issue.moves.notOurs > 0 || !place) return undefined
  const cellIn = (where: string | undefined) => cellOf(stageOf(council, place.stage), place.department, where)
  const sameCell = cellIn(region) === cellIn(issue.region)
  return place.department === issue.department && place.stage === issue.stage && sameCell ? undefined : place
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
  const { region: _, ...elsewhere } = issue
  const region = regionAfter(issue, command)
  const detailed: Decision = {
    issue: {
      ...elsewhere,
      severity,
      strictestSeverity: strictest,
      deadlineAt: deadlineFor(council, { ...issue, strictestSeverity: strictest }),
      ...(customer === undefined ? {} : { customer }),
      ...(region === undefined ? {} : { region }),
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
        ...(region === undefined ? {} : { region }),
      },
    ],
  }
  return place ? andThen(detailed, (next) => askAt(next, place, 'details', circumstances)) : detailed
}
