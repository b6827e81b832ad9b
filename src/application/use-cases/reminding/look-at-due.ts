import { peopleOf } from '#domain/council.ts'
import { routeByDefault } from '#domain/decisions/asking/route.ts'
import type { Circumstances, Decision } from '#domain/decisions/decision.ts'
import { endSilence, turnOf } from '#domain/decisions/moving/silence.ts'
import type { Issue } from '#domain/issue/issue.ts'
import { dueOf } from '#domain/reminders/due.ts'
import type { Noted } from '#domain/reminders/recipient.ts'
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

const isSilentTooLong = (issue: Issue, circumstances: Circumstances): boolean => {
  const turn = turnOf(issue, circumstances)
  return turn !== undefined && turn.at <= circumstances.now
}

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
    issue.handover?.question?.to,
  ])
  const people = await tx.people.byIds([...peopleOf(council), ...concerned.filter((person) => person !== undefined)])
  return { council, people, now }
}

/**
 * What happens by itself: the first suggestion is asked for an issue that nobody has routed in time (where there is none,
 * it stays with the chair), and a handover that nobody answers goes on to the receiver's lead, then back.
 */
const byItself = async (tx: Tx, issue: Issue, circumstances: Circumstances): Promise<Decision | undefined> =>
  endSilence(issue, circumstances) ?? routeByDefault(issue, await tx.issues.suggestionsFor(issue.number), circumstances)

const actInTime = ({ unitOfWork, clock }: Deps, workspaceId: WorkspaceId, number: number): Promise<undefined> =>
  unitOfWork({ workspaceId }, async (tx) => {
    const issue = await tx.issues.get(number)
    const circumstances = await circumstancesOf(tx, clock.now(), issue)
    const done = await byItself(tx, issue, circumstances)
    if (done) await record(tx, circumstances, issue, done)
    else await tx.reminders.note([lookAt(issue, [], circumstances)])
    return undefined
  })

/** Looks at the first issues that are due, in one unit of work; answers how many, and about which something happens by itself. */
const lookAtChunk = ({ unitOfWork, clock }: Deps, workspaceId: WorkspaceId) =>
  unitOfWork({ workspaceId }, async (tx) => {
    const now = clock.now()
    const looked = await tx.reminders.toLookAt(now, perChunk)
    if (looked.length === 0) return { count: 0, toAct: [] }
    const circumstances = await circumstancesOfAll(tx, now, looked)
    const acts = ({ issue }: Looked): boolean => isRouteDue(issue, now) || isSilentTooLong(issue, circumstances)
    const [toAct, others] = [looked.filter(acts), looked.filter((one) => !acts(one))]
    await tx.reminders.note(others.map(({ issue, noted }) => lookAt(issue, noted, circumstances)))
    return { count: looked.length, toAct: toAct.map(({ issue }) => issue.number) }
  })

/** Notes in the ledger what has become due of every issue whose time has come. Answers how many it looked at. */
export const lookAtDue =
  (deps: Deps) =>
  async (workspaceId: WorkspaceId): Promise<number> => {
    let all = 0
    for (let chunk = 0; chunk < chunks; chunk += 1) {
      const { count, toAct } = await lookAtChunk(deps, workspaceId)
      for (const number of toAct) await actInTime(deps, workspaceId, number)
      all += count
      if (count < perChunk) break
    }
    return all
  }
