import type { Council, JourneyStage, MapCell, PersonId } from '../council.ts'
import { departmentOf, isChair, isCouncilMember } from '../council.ts'
import { DomainError } from '../errors.ts'
import { colleaguesFor } from '../journey-map.ts'
import { isReachable, type Person } from '../people.ts'
import type { Availability } from './stand-in.ts'

/** A place in the journey map that names somebody. */
export type NamedCell = { readonly stage: string; readonly region?: string; readonly role: 'owner' | 'backup' }

const roleIn = ({ owner, backup }: MapCell, person: PersonId): NamedCell['role'] | undefined => {
  if (owner === person) return 'owner'
  return backup === person ? 'backup' : undefined
}

const regionOf = ({ region }: MapCell) => (region === undefined ? {} : { region })

/** The cells of a department that name a person, in the order of the journey. */
export const cellsNaming = (council: Council, department: string, person: PersonId): readonly NamedCell[] =>
  council.journey.flatMap((stage) =>
    stage.owners
      .filter((cell) => cell.department === department)
      .flatMap((cell) => {
        const role = roleIn(cell, person)
        return role === undefined ? [] : [{ stage: stage.key, ...regionOf(cell), role }]
      }),
  )

/** The departments that name a person anywhere: as lead, as member, on call, or in a cell of the map. */
export const departmentsNaming = (council: Council, person: PersonId): readonly string[] =>
  council.departments
    .filter(
      ({ key, lead, members, onCall }) =>
        lead === person ||
        onCall === person ||
        members.includes(person) ||
        cellsNaming(council, key, person).length > 0,
    )
    .map(({ key }) => key)

/** Who is no longer named in a department of the council: not among its people, though perhaps still in its cells. */
export const leaversBetween = (before: Council, after: Council): readonly { person: PersonId; department: string }[] =>
  before.departments.flatMap(({ key, lead, members }) => {
    const now = departmentOf(after, key)
    return [...new Set([lead, ...members])]
      .filter((person) => person !== now?.lead && now?.members.includes(person) !== true)
      .map((person) => ({ person, department: key }))
  })

/** Who of a department could take over from somebody who left it: here, and neither of those named. */
export const successor = (
  council: Council,
  { department, stage }: { readonly department: string; readonly stage?: string },
  without: readonly (PersonId | undefined)[],
  { people, now }: Availability,
): PersonId | undefined =>
  colleaguesFor(council, department, stage, undefined).find(
    (person) => !without.includes(person) && isReachable(people.get(person), now),
  )

/** The other one whom a cell names. */
export const partnerIn = (council: Council, department: string, { stage, region, role }: NamedCell) => {
  const cell = council.journey
    .find(({ key }) => key === stage)
    ?.owners.find((one) => one.department === department && one.region === region)
  return role === 'owner' ? cell?.backup : cell?.owner
}

/**
 * Who is told what somebody left behind: the lead and the chair, unless they left too; where neither is left the deputy,
 * else the first of the council, so that somebody knows.
 */
export const toldOfDeparture = (
  council: Council,
  department: string,
  gone: PersonId,
  people: ReadonlyMap<PersonId, Person>,
): readonly PersonId[] => {
  const able = (person: PersonId | undefined): person is PersonId =>
    person !== undefined && person !== gone && people.get(person)?.kind === 'member'
  const first = [departmentOf(council, department)?.lead, council.chair].filter(able)
  const others = [council.deputy, ...council.members].filter(able).slice(0, 1)
  return [...new Set(first.length > 0 ? first : others)]
}

export type NameCommand = {
  readonly by: PersonId
  readonly department: string
  readonly stage: string
  readonly region?: string
  /** Who is named there and left. */
  readonly gone: PersonId
  readonly to: PersonId
}

const named = (cell: MapCell, gone: PersonId, to: PersonId): MapCell => {
  const { backup, ...rest } = cell
  if (cell.owner !== gone) return { ...cell, backup: to }
  return backup === undefined || backup === to ? { ...rest, owner: to } : { ...cell, owner: to }
}

const withStage = (council: Council, stage: JourneyStage, owners: readonly MapCell[]): Council => ({
  ...council,
  journey: council.journey.map((one) => (one.key === stage.key ? { ...stage, owners } : one)),
})

/**
 * The council with another person in a cell of its map; a backup who becomes the owner is backup no longer. Throws
 * `not_allowed` unless the department's lead or the chair does it, `already_given` where the cell does not name who left,
 * and `no_colleague` or `person_away` for whom it should name.
 */
export const nameInstead = (council: Council, command: NameCommand, { people, now }: Availability): Council => {
  const { by, department, region, gone, to } = command
  const lead = departmentOf(council, department)?.lead
  if (by === gone || (by !== lead && !isChair(council, by))) throw new DomainError('not_allowed', { act: 'name' })
  const stage = council.journey.find(({ key }) => key === command.stage)
  const fits = (cell: MapCell): boolean =>
    cell.department === department && cell.region === region && roleIn(cell, gone) !== undefined
  const cell = stage?.owners.find(fits)
  if (!stage || !cell) throw new DomainError('already_given')
  const isPartner = cell.backup === gone && cell.owner === to
  if (isPartner || !colleaguesFor(council, department, stage.key, cell.region).includes(to))
    throw new DomainError('no_colleague', { department })
  if (!isReachable(people.get(to), now)) throw new DomainError('person_away', { owner: to })
  return withStage(
    council,
    stage,
    stage.owners.map((one) => (fits(one) ? named(one, gone, to) : one)),
  )
}

/** What somebody is in the council besides their issues and cells: only a new council file changes it. */
export const dutiesOf = (council: Council, department: string, person: PersonId) => {
  const team = departmentOf(council, department)
  return {
    chair: council.chair === person,
    deputy: council.deputy === person,
    council: isCouncilMember(council, person) && !isChair(council, person),
    lead: team?.lead === person,
    member: team?.lead !== person && team?.members.includes(person) === true,
    on_call: team?.onCall === person,
  }
}
