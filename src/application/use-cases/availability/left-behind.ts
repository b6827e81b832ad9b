import { cellsNaming, dutiesOf, partnerIn, successor } from '#domain/availability/left-behind.ts'
import type { Availability } from '#domain/availability/stand-in.ts'
import type { Council, PersonId } from '#domain/council.ts'
import { peopleOf } from '#domain/council.ts'
import { DomainError } from '#domain/errors.ts'
import type { Act } from '../../act.ts'
import { requireMember } from '../../act.ts'
import type { CellLeft, Departure, Duty, LeftBehind, Named } from '../../departures.ts'
import type { Ports, WorkspaceId } from '../../ports.ts'
import type { Tx } from '../../repositories.ts'

type Deps = Pick<Ports, 'read' | 'clock'>

/** How many issues a message offers at once; the next ones follow when these are given. */
const inMessage = 6

/** How many the whole list shows. */
const inList = 80

const namedIn =
  ({ people }: Availability) =>
  (id: PersonId | undefined): Named | undefined =>
    id === undefined ? undefined : { id, name: people.get(id)?.name ?? '' }

const cellsLeft = (council: Council, { person, department }: Departure, availability: Availability) =>
  cellsNaming(council, department, person).map((cell): CellLeft => {
    const partner = partnerIn(council, department, cell)
    const without = cell.role === 'owner' ? [person] : [person, partner]
    const next = namedIn(availability)(successor(council, { department, stage: cell.stage }, without, availability))
    return { ...cell, ...(next === undefined ? {} : { next }) }
  })

const compose = async (
  tx: Tx,
  departure: Departure,
  reader: PersonId,
  now: Date,
  most: number,
): Promise<LeftBehind> => {
  const { id, person, department, why } = departure
  const council = await tx.councils.current()
  const people = await tx.people.byIds([...peopleOf(council), person])
  const availability = { people, now }
  const { issues, total } = await tx.departures.issuesOf(person, department, most)
  const cells = cellsLeft(council, departure, availability)
  const name = namedIn(availability)
  const duties = Object.entries(dutiesOf(council, department, person)).flatMap(([duty, has]) =>
    has ? [duty as Duty] : [],
  )
  return {
    id,
    person: reader,
    council,
    department,
    gone: name(person) ?? { id: person, name: '' },
    why,
    open: departure.endedAt === undefined && (total > 0 || cells.length > 0),
    issues: issues.map((issue) => {
      const at = { department, ...(issue.stage === undefined ? {} : { stage: issue.stage }) }
      const next = name(successor(council, at, [person, reader], availability))
      return { ...issue, ...(next === undefined ? {} : { next }) }
    }),
    more: total - issues.length,
    cells,
    duties,
    now,
  }
}

/** What somebody left behind, as one message tells it now; undefined when there never was such a departure. */
export const leftBehind = (
  deps: Deps,
  workspaceId: WorkspaceId,
  { id, person }: { readonly id: string; readonly person: PersonId },
): Promise<LeftBehind | undefined> =>
  deps.read(workspaceId, async (tx) => {
    const departure = await tx.departures.get(id)
    return departure && compose(tx, departure, person, deps.clock.now(), inMessage)
  })

/** All that somebody left behind, for one of those who were told. Throws `not_allowed` for others. */
export const viewLeftBehind =
  (deps: Deps & Pick<Ports, 'directory'>) =>
  async (input: Act & { readonly departure: string }): Promise<LeftBehind> => {
    await requireMember(deps.directory, input)
    return deps.read(input.workspaceId, async (tx) => {
      const departure = await tx.departures.get(input.departure)
      if (!departure?.told.includes(input.person)) throw new DomainError('not_allowed', { act: 'departure' })
      return compose(tx, departure, input.person, deps.clock.now(), inList)
    })
  }
