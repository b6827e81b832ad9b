import { standIn } from '../../availability/stand-in.ts'
import type { PersonId } from '../../council.ts'
import { departmentOf } from '../../council.ts'
import { DomainError } from '../../errors.ts'
import type { ConsultKind } from '../../issue/consult-facts.ts'
import type { Issue } from '../../issue/issue.ts'
import { placeAt } from '../../journey-map.ts'
import { absenceAt, isReachable } from '../../people.ts'
import { firstReachable } from '../asking/ask.ts'
import type { Circumstances } from '../decision.ts'
import { departmentsFor } from './consult.ts'

/** Whom somebody wants to ask: a person, or whoever leads a department. */
export type Whom = { readonly whom?: PersonId; readonly department?: string }

/** A person to be asked, and for which department. */
export type Asked = { readonly person: PersonId; readonly department: string }

const atPerson = { field: 'person' }

/** Who could be asked in the place of somebody who is away: who covers for them, else somebody of their department. */
const instead = (issue: Issue, { person, department }: Asked, circumstances: Circumstances): PersonId | undefined => {
  const { council, people, now } = circumstances
  const fits = (one: PersonId): boolean =>
    one !== person && one !== issue.owner && departmentsFor(council, one).includes(department)
  const cover = standIn(person, circumstances, fits)
  if (cover !== undefined) return cover
  const lead = departmentOf(council, department)?.lead
  return lead !== undefined && fits(lead) && isReachable(people.get(lead), now) ? lead : undefined
}

const refuseAway = (issue: Issue, asked: Asked, circumstances: Circumstances): void => {
  const known = circumstances.people.get(asked.person)
  if (!known || !absenceAt(known, circumstances.now)) return
  const other = instead(issue, asked, circumstances)
  throw new DomainError(
    'consult_away',
    { number: issue.number, owner: asked.person, ...(other === undefined ? {} : { standIn: other }) },
    atPerson,
  )
}

/** For which department somebody is asked: another one than the owner's, unless hands are asked for. */
const departmentAsked = (issue: Issue, kind: ConsultKind, person: PersonId, { council }: Circumstances): string => {
  const { number, department = '' } = issue
  const all = departmentsFor(council, person)
  const [first] = all
  if (first === undefined) throw new DomainError('consult_outside', { number, owner: person }, atPerson)
  const other = all.find((key) => key !== department)
  if (kind === 'hands') return other ?? first
  if (other === undefined) throw new DomainError('consult_colleague', { number, owner: person, department }, atPerson)
  return other
}

const askedPerson = (issue: Issue, kind: ConsultKind, person: PersonId, circumstances: Circumstances): Asked => {
  const { number } = issue
  const known = circumstances.people.get(person)
  if (person === issue.owner) throw new DomainError('consult_self', { number, owner: person }, atPerson)
  if (!known) throw new DomainError('consult_unknown', { number }, atPerson)
  if (known.kind !== 'member')
    throw new DomainError('consult_unfit', { number, owner: person, act: known.kind }, atPerson)
  const asked = { person, department: departmentAsked(issue, kind, person, circumstances) }
  refuseAway(issue, asked, circumstances)
  return asked
}

/** The lead of a department, or while they are away who stands in for them there. */
const askedDepartment = (issue: Issue, department: string, circumstances: Circumstances): Asked => {
  const { chain } = placeAt(circumstances.council, department, issue.stage, issue.region)
  const leads = chain.filter(({ role }) => role === 'lead')
  const others = chain.filter(({ role }) => role === 'owner' || role === 'backup')
  const found = firstReachable([...leads, ...others], circumstances, (person) => person !== issue.owner)
  if (!found) throw new DomainError('nobody_reachable', { department }, { field: 'department' })
  return { person: found.person, department }
}

/**
 * Who is asked, and for which department. Throws at the field of the person: `consult_nobody` when none is named,
 * `consult_self` for the owner, `consult_unknown`, `consult_unfit` (no full member), `consult_outside` (in no department),
 * `consult_colleague` (a question to the owner's own department), `consult_away` or `consult_open` (asked already); at that
 * of the department `department_unknown` or `nobody_reachable`.
 */
export const whomToAsk = (
  issue: Issue,
  kind: ConsultKind,
  { whom, department }: Whom,
  circumstances: Circumstances,
): Asked => {
  if (whom === undefined && department === undefined)
    throw new DomainError('consult_nobody', { number: issue.number, act: kind }, atPerson)
  const asked =
    whom === undefined
      ? askedDepartment(issue, department ?? '', circumstances)
      : askedPerson(issue, kind, whom, circumstances)
  if (issue.consults.some((one) => one.asked === asked.person && one.kind === kind))
    throw new DomainError(
      'consult_open',
      { number: issue.number, owner: asked.person, act: kind },
      { field: whom === undefined ? 'department' : 'person' },
    )
  return asked
}
