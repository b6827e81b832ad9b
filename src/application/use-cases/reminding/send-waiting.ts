import type { PersonId } from '#domain/council.ts'
import { peopleOf } from '#domain/council.ts'
import type { Circumstances } from '#domain/decisions/decision.ts'
import type { Issue } from '#domain/issue/issue.ts'
import { type Plan, planBatch, planForCouncil, type Waiting } from '#domain/reminders/batch.ts'
import { theCouncil } from '#domain/reminders/reminder.ts'
import type { Ports, WorkspaceId } from '../../ports.ts'
import type { WaitingPerson } from '../../reminders/ledger.ts'
import type { Tx } from '../../repositories.ts'
import { postsOf, sendingOf } from './outgoing.ts'
import { mostThreads, readThreads } from './read-threads.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'read' | 'posts' | 'clock' | 'directory'>

/** How many people's messages one unit of work makes. */
const atOnce = 25

type Planned = { readonly waiting: Waiting; readonly plan: Plan }

type All = {
  readonly planned: readonly Planned[]
  readonly issues: ReadonlyMap<number, Issue>
  readonly circumstances: Circumstances
}

/** What would be said to these people now. `mayBeQuiet` as `planBatch` asks it. */
const plan = async (
  tx: Tx,
  persons: readonly PersonId[],
  now: Date,
  mayBeQuiet: (issue: Issue) => boolean,
): Promise<All> => {
  const all = await tx.reminders.waitingFor(persons, now)
  const numbers = all.flatMap(({ rows, before }) => [...rows, ...before].map((row) => row.issue))
  const [council, issues] = [await tx.councils.current(), await tx.reminders.issues(numbers)]
  const owners = [...issues.values()].flatMap(({ owner }) => (owner === undefined ? [] : [owner]))
  const people = await tx.people.byIds([...peopleOf(council), ...persons, ...owners])
  const circumstances = { council, people, now }
  const planned = all.map((waiting) => ({
    waiting,
    plan:
      waiting.person === theCouncil
        ? planForCouncil(waiting, issues, circumstances)
        : planBatch(waiting, issues, circumstances, mayBeQuiet),
  }))
  return { planned, issues, circumstances }
}

/** The quiet issues of which somebody would be reminded now, whose threads have to be read before. */
const quietOnes = ({ planned, issues }: All): readonly Issue[] => {
  const rows = planned.flatMap((one) => one.plan.send).filter((row) => row.kind === 'quiet')
  return [...new Set(rows.map((row) => row.issue))].flatMap((number) => issues.get(number) ?? [])
}

const write = async (tx: Tx, { planned, issues, circumstances }: All): Promise<void> => {
  const sending = sendingOf(planned, issues, circumstances)
  if ([sending.sent, sending.settled, sending.later].every((rows) => rows.length === 0)) return
  await tx.reminders.send(sending)
  await tx.posts.show(postsOf(planned, circumstances.council))
  const quiet = sending.sent.filter(({ row }) => row.kind === 'quiet').map(({ row }) => row.issue)
  const replaced = planned.flatMap(({ waiting: { messageBefore }, plan: { message } }) =>
    message === undefined || messageBefore === undefined ? [] : [messageBefore],
  )
  if (quiet.length + replaced.length > 0) await tx.posts.refreshAll([...new Set(quiet)], replaced)
}

/** Sends what waits for some people; answers how many threads were read for it. */
const sendTo = async (
  deps: Deps,
  workspaceId: WorkspaceId,
  waiting: readonly WaitingPerson[],
  mayRead: number,
): Promise<number> => {
  const { clock, read, unitOfWork } = deps
  const persons = waiting.map(({ person }) => person)
  const mayBeQuiet = mayRead > 0 && waiting.some(({ quiet }) => quiet)
  const toRead = mayBeQuiet
    ? quietOnes(await read(workspaceId, (tx) => plan(tx, persons, clock.now(), () => true)))
    : []
  const reading = toRead.slice(0, mayRead)
  const silent = await readThreads(deps)(workspaceId, reading)
  const heardNothing = new Map(silent.map((issue) => [issue.number, issue.lastUpdateAt.getTime()]))
  await unitOfWork({ workspaceId }, async (tx) => {
    const isSilent = (issue: Issue) => heardNothing.get(issue.number) === issue.lastUpdateAt.getTime()
    await write(tx, await plan(tx, persons, clock.now(), isSilent))
    return undefined
  })
  return reading.length
}

/** Once no thread can be read any more in this round, those are left out for whom one would have to be. */
const nextGroup = (persons: WaitingPerson[], mayRead: number): readonly WaitingPerson[] => {
  const group: WaitingPerson[] = []
  while (group.length < atOnce && persons.length > 0) {
    const next = persons.shift()
    if (next && (mayRead > 0 || next.other)) group.push(next)
  }
  return group
}

/**
 * Sends everybody what waits for them and may reach them now, each in one message. What goes wrong for one of them keeps
 * nothing from the others; it is thrown at the end.
 */
export const sendWaiting =
  (deps: Deps) =>
  async (workspaceId: WorkspaceId): Promise<void> => {
    const { clock, read } = deps
    const persons = [...(await read(workspaceId, (tx) => tx.reminders.personsWaiting(clock.now())))]
    let mayRead = mostThreads
    const failures: unknown[] = []
    const send = async (some: readonly WaitingPerson[]): Promise<void> => {
      try {
        mayRead -= await sendTo(deps, workspaceId, some, mayRead)
      } catch (error) {
        if (some.length <= 1) failures.push(error)
        else for (const person of some) await send([person])
      }
    }
    while (persons.length > 0) await send(nextGroup(persons, mayRead))
    if (failures.length > 0) throw failures[0]
  }
