import { askToTakeOver } from '#domain/availability/take-over.ts'
import type { PersonId } from '#domain/council.ts'
import { departmentOf } from '#domain/council.ts'
import { askAt, leaveToChair } from '#domain/decisions/asking/ask.ts'
import { placeAt } from '#domain/journey-map.ts'
import { type Absence, absenceAt } from '#domain/people.ts'
import { suggestDepartments } from '#domain/routing.ts'
import { circumstancesOf, record } from '../../change-issue.ts'
import type { Ports, WorkspaceId } from '../../ports.ts'
import { settleDepartures, tellOfLeft } from './departures.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'read' | 'queries' | 'clock' | 'ids'>

/** How many people one round looks after; the next round takes the rest. */
const perRound = 100

const perPage = 200

/** How often the tick looks again at what belongs to somebody who stays away, or who left things behind; milliseconds. */
const again = 10 * 60_000

const lookAtOwned = (deps: Deps, workspaceId: WorkspaceId, owner: PersonId, number: number): Promise<undefined> =>
  deps.unitOfWork({ workspaceId }, async (tx) => {
    const issue = await tx.issues.get(number)
    if (issue.owner !== owner) return undefined
    const circumstances = await circumstancesOf(tx, deps.clock.now(), issue)
    const decision = askToTakeOver(issue, deps.ids.next(), circumstances)
    if (decision) await record(tx, circumstances, issue, decision)
    return undefined
  })

/** Their issues: while they are away all of them, else those for which others were asked. Answers how many they own. */
const lookAtAllOwned = async (
  deps: Deps,
  workspaceId: WorkspaceId,
  owner: PersonId,
  isAway: boolean,
): Promise<number> => {
  let after = 0
  let owned = 0
  for (;;) {
    const page = await deps.queries.ownedBy(workspaceId, owner, after, perPage)
    for (const { number, dueAt } of page) if (isAway || dueAt) await lookAtOwned(deps, workspaceId, owner, number)
    owned += page.length
    const last = page.at(-1)
    if (!last || page.length < perPage) return owned
    after = last.number
  }
}

/** Somebody who left is asked for nothing: the next one is. */
const askOthers = async (deps: Deps, workspaceId: WorkspaceId, person: PersonId): Promise<void> => {
  for (const number of await deps.queries.askedOf(workspaceId, person, perPage))
    await deps.unitOfWork({ workspaceId }, async (tx) => {
      const issue = await tx.issues.get(number)
      if (issue.state !== 'flagged' || issue.ask?.person !== person || issue.department === undefined) return undefined
      const circumstances = await circumstancesOf(tx, deps.clock.now(), issue)
      const { council } = circumstances
      const decision = departmentOf(council, issue.department)
        ? askAt(issue, placeAt(council, issue.department, issue.stage, issue.region), 'left', circumstances)
        : leaveToChair(issue, suggestDepartments(council, ''), circumstances)
      await record(tx, circumstances, issue, decision)
      return undefined
    })
}

/** When there is something to be done for them again, if nothing happens before. */
const nextLook = (absence: Absence | undefined, { owned, left }: Rest, now: Date): Date | undefined => {
  const soon = new Date(now.getTime() + again)
  if (left > 0 || (absence && owned > 0))
    return absence?.until !== undefined && absence.until < soon ? absence.until : soon
  return undefined
}

/** What still belongs to somebody: open issues, and departures that are not settled. */
type Rest = { readonly owned: number; readonly left: number }

type Due = { readonly person: PersonId; readonly changes: number }

const lookAfter = async (deps: Deps, workspaceId: WorkspaceId, { person: id, changes }: Due): Promise<void> => {
  const now = deps.clock.now()
  const person = (await deps.read(workspaceId, (tx) => tx.people.byIds([id]))).get(id)
  const hasCouncil = await deps.read(workspaceId, (tx) => tx.councils.find())
  if (!hasCouncil) return
  const isGone = person !== undefined && person.kind !== 'member'
  const absence = person && absenceAt(person, now)
  const owned = isGone ? 0 : await lookAtAllOwned(deps, workspaceId, id, absence !== undefined)
  if (isGone) {
    await askOthers(deps, workspaceId, id)
    await tellOfLeft(deps, {
      workspaceId,
      person: id,
      why: person.kind === 'deactivated' ? 'deactivated' : 'not_member',
    })
  }
  const left = await settleDepartures(deps, workspaceId, id)
  await deps.unitOfWork({ workspaceId }, async (tx) => {
    await tx.people.lookedAfter(id, changes, nextLook(absence, { owned, left }, now))
    return undefined
  })
}

/**
 * One round of the tick for the people who went away, came back or left: asks others to take over what an owner on a
 * longer absence answers for, and tells lead and chair what somebody left behind. Answers how many it looked after. One who
 * cannot be looked after keeps nobody else waiting; the failure is thrown at the end.
 */
export const lookAfterPeople =
  (deps: Deps) =>
  async (workspaceId: WorkspaceId): Promise<number> => {
    const due = await deps.queries.peopleDue(workspaceId, deps.clock.now(), perRound)
    const failures: unknown[] = []
    for (const person of due) await lookAfter(deps, workspaceId, person).catch((error: unknown) => failures.push(error))
    if (failures.length > 0) throw failures[0]
    return due.length
  }
