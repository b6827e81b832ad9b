import { leaversBetween } from '#domain/availability/left-behind.ts'
import type { Council, PersonId } from '#domain/council.ts'
import type { Ports, WorkspaceId } from '../../ports.ts'
import type { Tx } from '../../repositories.ts'
import { openDeparture } from '../availability/departures.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'clock' | 'ids'>

export type ApplyInput = {
  readonly workspaceId: WorkspaceId
  readonly council: Council
  readonly by?: PersonId
  readonly onlyFirst?: boolean
}

const tellOfLeavers = async (deps: Deps, tx: Tx, before: Council, after: Council, at: Date): Promise<void> => {
  const people = new Set<PersonId>()
  for (const left of leaversBetween(before, after)) {
    const opened = { id: deps.ids.next(), at }
    if (await openDeparture(tx, after, { ...left, why: 'left_department' }, opened)) people.add(left.person)
  }
  for (const person of people) await tx.people.lookAfter(person, at)
}

/**
 * Makes the database say what the file says; `onlyFirst` leaves a council that is there already as it is. Answers
 * whether anything changed. Who is no longer named in a department leaves behind there what is told to its lead and the chair.
 */
export const applyCouncil =
  (deps: Deps) =>
  async (input: ApplyInput): Promise<boolean> =>
    deps.unitOfWork({ workspaceId: input.workspaceId }, async (tx) => {
      const before = await tx.councils.find()
      if (input.onlyFirst === true && before) return false
      const at = deps.clock.now()
      const changed = await tx.councils.apply(input.council, at, input.by)
      if (before) await tellOfLeavers(deps, tx, before, input.council, at)
      return changed
    })
