import { peopleOf } from '#domain/council.ts'
import { routeByDefault } from '#domain/decisions/asking/route.ts'
import type { Circumstances } from '#domain/decisions/decision.ts'
import type { Issue } from '#domain/issue/issue.ts'
import { dueOf, type Noted } from '#domain/reminders/due.ts'
import { circumstancesOf, notBefore, record } from '../../change-issue.ts'
import type { Ports, WorkspaceId } from '../../ports.ts'
import type { Look, Looked } from '../../reminders/ledger.ts'
import type { Tx } from '../../repositories.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'clock'>

/** How many issues one unit of work looks at, and how many of those there are in a round; the next round takes the rest. */
const perChunk = 500
const chunks = 20

const isRouteDue = (issue: Issue, now: Date): boolean =>
  issue.state === 'flagged' && issue.routeBy !== undefined && issue.routeBy <= now

const lookAt = (issue: Issue, noted: readonly Noted[], circumstances: Circumstances): Look => ({
  issue,
  ...dueOf(issue, noted, { ...circumstances, now: notBefore(issue, circumstances.now) }),
})

const circumstancesOfAll = async (tx: Tx, now: Date, looked: readonly Looked[]): Promise<Circumstances> => {
  const council = await tx.councils.current()
  const concerned = looked.flatMap(({ issue }) => [
    issue.owner,
    issue.ask?.person,
    issue.handover?.asked,
    ...issue.consults.map(({ asked }) => asked),
  ])
  const people = await tx.people.byIds([...peopleOf(council), ...concerned.filter((person) => person !== undefined)])
  return { council, people, now }
}

/** Asks the first suggestion for an issue that nobody has routed in time; where there is none, it stays with the chair. */
const routeInTime = ({ unitOfWork, clock }: Deps, workspaceId: WorkspaceId, number: number): Promise<undefined> =>
  unitOfWork({ workspaceId }, async (tx) => {
    const issue = await tx.issues.get(number)
    const circumstances = await circumstancesOf(tx, clock.now(), issue)
    const routed = routeByDefault(issue, await tx.issues.suggestionsFor(number), circumstances)
    if (routed) await record(tx, circumstances, issue, routed)
    else await tx.reminders.note([lookAt(issue, [], circumstances)])
    return undefined
  })

/** Looks at the first issues that are due, in one unit of work; answers how many, and which have to be routed. */
const lookAtChunk = ({ unitOfWork, clock }: Deps, workspaceId: WorkspaceId) =>
  unitOfWork({ workspaceId }, async (tx) => {
    const now = clock.now()
    const looked = await tx.reminders.toLookAt(now, perChunk)
    if (looked.length === 0) return { count: 0, toRoute: [] }
    const circumstances = await circumstancesOfAll(tx, now, looked)
    const [toRoute, others] = [
      looked.filter(({ issue }) => isRouteDue(issue, now)),
      looked.filter(({ issue }) => !isRouteDue(issue, now)),
    ]
    await tx.reminders.note(others.map(({ issue, noted }) => lookAt(issue, noted, circumstances)))
    return { count: looked.length, toRoute: toRoute.map(({ issue }) => issue.number) }
  })

/** Notes in the ledger what has become due of every issue whose time has come. Answers how many it looked at. */
export const lookAtDue =
  (deps: Deps) =>
  async (workspaceId: WorkspaceId): Promise<number> => {
    let all = 0
    for (let chunk = 0; chunk < chunks; chunk += 1) {
      const { count, toRoute } = await lookAtChunk(deps, workspaceId)
      for (const number of toRoute) await routeInTime(deps, workspaceId, number)
      all += count
      if (count < perChunk) break
    }
    return all
  }
