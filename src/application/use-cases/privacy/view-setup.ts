import type { Council, PersonId } from '#domain/council.ts'
import type { Ports, WorkspaceId } from '../../ports.ts'
import type { SetupEvent } from '../../privacy/privacy.ts'

type Deps = Pick<Ports, 'read' | 'privacy'>

/** A version of the council as it was applied, with the one it took the place of. */
export type AppliedCouncil = {
  readonly version: number
  readonly at: Date
  readonly by?: PersonId
  readonly council: Council
  readonly before?: Council
}

/** Everything that was done to the workspace as a whole: the versions of the council, erasures and holds. */
export const viewSetup =
  (deps: Deps) =>
  async (
    workspaceId: WorkspaceId,
  ): Promise<{ readonly councils: readonly AppliedCouncil[]; readonly events: readonly SetupEvent[] }> => {
    const versions = await deps.read(workspaceId, (tx) => tx.councils.versions())
    const councils = versions.map((one, i) => {
      const before = versions[i - 1]?.council
      return before === undefined ? one : { ...one, before }
    })
    return { councils, events: await deps.privacy.setup(workspaceId) }
  }
