import { askToTakeOver } from '#domain/availability/take-over.ts'
import type { PersonId } from '#domain/council.ts'
import { askAt } from '#domain/decisions/asking/ask.ts'
import { placeAt } from '#domain/journey-map.ts'
import { absenceAt, type Person } from '#domain/people.ts'
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

/** Their issues: while they are away all of them, else those for which others were asked. */
const lookAtAllOwned = async (deps: Deps, workspaceId: WorkspaceId, owner: PersonId, isAway: boolean) => {
  let after = 0
  for (;;) {
    const page = await deps.queries.ownedBy(workspaceId, owner, after, perPage)
    for (const { number, dueAt } of page) if (isAway || dueAt) await lookAtOwned(deps, workspaceId, owner, number)
    const last = page.at(-1)
    if (!last || page.length < perPage) return
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
      const place = placeAt(circumstances.council, issue.department, issue.stage)
      await record(tx, circumstances, issue, askAt(issue, place, 'left', circumstances))
      return undefined
    })
}

/** When there is something to be done for them again, if nothing happens before. */
const nextLook = (person: Person | undefined, left: number, now: Date): Date | undefined => {
  const until = new Date(now.getTime() + again)
  const absence = person && absenceAt(person, now)
  if (absence) return absence.until !== undefined && absence.until < until ? absence.until : until
  return left > 0 ? until : undefined
}

type Due = { readonly person: PersonId; readonly changes: number }

const lookAfter = async (deps: Deps, workspaceId: WorkspaceId, { person: id, changes }: Due): Promise<void> => {
  const now = deps.clock.now()
  const person = (await deps.read(workspaceId, (tx) => tx.people.byIds([id]))).get(id)
  const hasCouncil = await deps.read(workspaceId, (tx) => tx.councils.find())
  if (!hasCouncil) return
  const isGone = person !== undefined && person.kind !== 'member'
  if (!isGone) await lookAtAllOwned(deps, workspaceId, id, person !== undefined && absenceAt(person, now) !== undefined)
  if (person?.kind === 'deactivated') {
    await askOthers(deps, workspaceId, id)
    await tellOfLeft(deps, { workspaceId, person: id, why: 'deactivated' })
  }
  const left = await settleDepartures(deps, workspaceId, id)
  await deps.unitOfWork({ workspaceId }, async (tx) => {
    await tx.people.lookedAfter(id, changes, nextLook(person, left, now))
    return undefined
  })
}

/**
 * One round of the tick for the people who went away, came back or left: asks others to take over what an owner on a
 * longer absence answers for, and tells lead and chair what somebody left behind. Answers how many it looked after.
 */
export const lookAfterPeople =
  (deps: Deps) =>
  async (workspaceId: WorkspaceId): Promise<number> => {
    const due = await deps.queries.peopleDue(workspaceId, deps.clock.now(), perRound)
    for (const person of due) await lookAfter(deps, workspaceId, person)
    return due.length
  }
