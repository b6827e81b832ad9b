import type { Council, PersonId } from '#domain/council.ts'
import type { Ports, WorkspaceId } from '../../ports.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'clock'>

export type ApplyInput = {
  readonly workspaceId: WorkspaceId
  readonly council: Council
  readonly by?: PersonId
  readonly onlyFirst?: boolean
}

/**
 * Makes the database say what the file says; `onlyFirst` leaves a council that is there already as it is. Answers
 * whether anything changed.
 */
export const applyCouncil =
  (deps: Deps) =>
  async (input: ApplyInput): Promise<boolean> =>
    deps.unitOfWork({ workspaceId: input.workspaceId }, async (tx) => {
      if (input.onlyFirst === true && (await tx.councils.find())) return false
      return tx.councils.apply(input.council, deps.clock.now(), input.by)
    })
