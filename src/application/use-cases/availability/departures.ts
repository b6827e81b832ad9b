import { cellsNaming, departmentsNaming, toldOfDeparture } from '#domain/availability/left-behind.ts'
import type { Council, PersonId } from '#domain/council.ts'
import { peopleOf } from '#domain/council.ts'
import type { Departure, DepartureWhy } from '../../departures.ts'
import type { PostDraft } from '../../messages/message.ts'
import type { Ports, WorkspaceId } from '../../ports.ts'
import type { Tx } from '../../repositories.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'read' | 'clock' | 'ids'>

/** The key of what one person is told of a departure. */
const departureKey = (id: string, person: PersonId): string => `departure:${id}:${person}`

const keysOf = ({ id, told }: Departure): readonly string[] => told.map((person) => departureKey(id, person))

/** Whether anything in a department is still a person's: an open issue, or a cell of the map. */
const isSomethingLeft = async (
  tx: Tx,
  council: Council,
  { person, department }: Pick<Departure, 'person' | 'department'>,
): Promise<boolean> =>
  cellsNaming(council, department, person).length > 0 || (await tx.departures.issuesOf(person, department, 1)).total > 0

type Left = { readonly person: PersonId; readonly department: string; readonly why: DepartureWhy }

/** Tells lead and chair, once until it is settled, what somebody left behind; nothing where there is nothing. Answers whether it did. */
export const openDeparture = async (
  tx: Tx,
  council: Council,
  { person, department, why }: Left,
  { id, at }: { readonly id: string; readonly at: Date },
): Promise<boolean> => {
  const open = await tx.departures.openOf(person)
  if (open.some((one) => one.department === department)) return false
  if (!(await isSomethingLeft(tx, council, { person, department }))) return false
  const told = toldOfDeparture(council, department, person, await tx.people.byIds(peopleOf(council)))
  await tx.departures.open({ id, person, department, why, at, told })
  await tx.posts.show(
    told.map(
      (reader): PostDraft => ({
        key: departureKey(id, reader),
        subject: { kind: 'departure', id, person: reader },
        place: reader,
        live: true,
      }),
    ),
  )
  return true
}

type Gone = { readonly workspaceId: WorkspaceId; readonly person: PersonId; readonly why: DepartureWhy }

/** Tells of somebody who left for good, department by department. */
export const tellOfLeft = async (deps: Deps, { workspaceId, person, why }: Gone): Promise<void> => {
  const departments = await deps.read(workspaceId, async (tx) => {
    const named = departmentsNaming(await tx.councils.current(), person)
    return new Set([...named, ...(await tx.departures.departmentsOf(person))])
  })
  for (const department of departments)
    await deps.unitOfWork({ workspaceId }, async (tx) => {
      const council = await tx.councils.current()
      const opened = { id: deps.ids.next(), at: deps.clock.now() }
      await openDeparture(tx, council, { person, department, why }, opened)
      return undefined
    })
}

/** Ends departures of which nothing is left, and brings their messages up to date; answers how many go on. */
export const settleDepartures = async (deps: Deps, workspaceId: WorkspaceId, person: PersonId): Promise<number> =>
  deps.unitOfWork({ workspaceId }, async (tx) => {
    const council = await tx.councils.current()
    let goOn = 0
    for (const departure of await tx.departures.openOf(person)) {
      if (await isSomethingLeft(tx, council, departure)) goOn += 1
      else await tx.departures.end(departure.id, deps.clock.now())
      await tx.posts.touch(keysOf(departure))
    }
    return goOn
  })

/** Shows lead and chair how a departure stands now, and has the tick look whether anything is left. */
export const showDepartures = async (tx: Tx, person: PersonId, at: Date): Promise<void> => {
  const open = await tx.departures.openOf(person)
  if (open.length === 0) return
  await tx.posts.touch(open.flatMap(keysOf))
  await tx.people.lookAfter(person, at)
}
