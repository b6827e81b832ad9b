import { standIn } from '../../availability/stand-in.ts'
import type { PersonId } from '../../council.ts'
import { DomainError } from '../../errors.ts'
import type { Issue } from '../../issue/issue.ts'
import { placeAt } from '../../journey-map.ts'
import { isReachable } from '../../people.ts'
import { firstReachable } from '../asking/ask.ts'
import type { Circumstances } from '../decision.ts'
import { departmentFor } from './candidates.ts'

const field = { field: 'person' }

/** Who could answer instead of somebody who is away: who covers for them, else the next of their department. */
const instead = (issue: Issue, person: PersonId, department: string, circumstances: Circumstances): PersonId => {
  const fits = (one: PersonId): boolean =>
    one !== person && departmentFor(issue, one, circumstances)?.key === department
  const chain = placeAt(circumstances.council, department, issue.stage, issue.region).chain
  return standIn(person, circumstances, fits) ?? firstReachable(chain, circumstances, fits)?.person ?? ''
}

/**
 * The department for which somebody can answer from now on; who answers already can go on. Throws at the field `person`:
 * `named_unfit` for who is no full member here, `no_department_for`, or `named_away` with who could instead.
 */
export const fitToAnswer = (issue: Issue, person: PersonId, circumstances: Circumstances): string => {
  const { people, now } = circumstances
  const known = people.get(person)
  if (!known) throw new DomainError('person_unknown', {}, field)
  if (known.kind !== 'member') throw new DomainError('named_unfit', { owner: person, kind: known.kind }, field)
  if (person === issue.owner && issue.department !== undefined) return issue.department
  const department = departmentFor(issue, person, circumstances)
  if (!department) throw new DomainError('no_department_for', { owner: person }, field)
  if (isReachable(known, now)) return department.key
  const other = instead(issue, person, department.key, circumstances)
  throw new DomainError('named_away', { owner: person, standIn: other, number: issue.number }, field)
}
