import type { Council } from '#domain/council.ts'
import { departmentsOfPerson, isCouncilMember } from '#domain/council.ts'
import type { Act } from '../../act.ts'
import { requireMember } from '../../act.ts'
import type { Ports } from '../../ports.ts'
import type { IssueLine, Viewer } from '../../read-models.ts'

type Deps = Pick<Ports, 'read' | 'clock' | 'directory' | 'queries'>

/** How many lines a list shows at the most. */
const listed = 40

/** A person as the one who looks. */
export const viewerOf = (council: Council, person: string): Viewer => ({
  person,
  departments: departmentsOfPerson(council, person).map((department) => department.key),
  council: isCouncilMember(council, person),
})

export type Listing = {
  readonly council: Council
  readonly lines: readonly IssueLine[]
  readonly more: boolean
  readonly now: Date
}

const councilFor = async (deps: Deps, act: Act): Promise<Council> => {
  await requireMember(deps.directory, act)
  return deps.read(act.workspaceId, (tx) => tx.councils.current())
}

const listing = (deps: Deps, council: Council, lines: readonly IssueLine[]): Listing => ({
  council,
  lines: lines.slice(0, listed),
  more: lines.length > listed,
  now: deps.clock.now(),
})

/** The open issues a person may see, oldest first. */
export const listIssues =
  (deps: Deps) =>
  async (act: Act): Promise<Listing> => {
    const council = await councilFor(deps, act)
    return listing(
      deps,
      council,
      await deps.queries.openIssues(act.workspaceId, viewerOf(council, act.person), listed + 1),
    )
  }

/** The issues a person answers for. */
export const myIssues =
  (deps: Deps) =>
  async (act: Act): Promise<Listing> => {
    const council = await councilFor(deps, act)
    return listing(deps, council, await deps.queries.mine(act.workspaceId, act.person, listed + 1))
  }
