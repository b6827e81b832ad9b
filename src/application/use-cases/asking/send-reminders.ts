import { departmentOf } from '#domain/council.ts'
import { routeByDefault } from '#domain/decisions/asking/route.ts'
import type { Circumstances } from '#domain/decisions/decision.ts'
import type { Rung } from '#domain/escalation.ts'
import { ladderOf, mayRemindNow } from '#domain/escalation.ts'
import type { Issue } from '#domain/issue/issue.ts'
import { nextWorkingInstant } from '#domain/time/working-time.ts'
import { circumstancesOf, record } from '../../change-issue.ts'
import type { PostDraft } from '../../messages/message.ts'
import type { Ports, WorkspaceId } from '../../ports.ts'
import type { Tx } from '../../repositories.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'queries' | 'clock'>

/** How many issues one round looks at; the next round takes the rest. */
const perRound = 500

const hoursOf = (issue: Issue, rung: Rung, { council, people, now }: Circumstances) => {
  const department = departmentOf(council, issue.department)
  if (!department) return undefined
  const person = rung.person === undefined ? undefined : people.get(rung.person)
  const timeZone =
    rung.person === undefined ? council.calendar.timeZone : (person?.timeZone ?? department.calendar.timeZone)
  const open = rung.person === undefined || mayRemindNow(department, issue.severity === 'urgent', person, now)
  return open ? undefined : nextWorkingInstant({ ...department.calendar, timeZone }, now)
}

const reminderPost = (issue: Issue, rung: Rung, _seq: number, channel: string): PostDraft => {
  const round = issue.ask?.round ?? 0
  const key = `reminder:${issue.number}:${round}:${rung.name}`
  return rung.person === undefined
    ? { key, issue: issue.number, subject: { kind: 'council_ask', round }, place: channel, live: true }
    : {
        key,
        issue: issue.number,
        subject: { kind: 'ask', round, rung: rung.name, person: rung.person },
        place: rung.person,
        live: true,
      }
}

/** Climbs every rung that is due and speaks on the last of them: after an outage nobody is reminded in a burst. */
const climb = async (tx: Tx, issue: Issue, circumstances: Circumstances): Promise<void> => {
  const { council, now } = circumstances
  const round = issue.ask?.round ?? 0
  const climbed = await tx.reminders.climbed(issue.number, round)
  const open = ladderOf(council, issue).filter((rung) => !climbed.includes(rung.name))
  const due = open.filter((rung) => rung.dueAt <= now)
  const last = due.at(-1)
  if (!last) return tx.issues.lookAgain(issue.number, open[0]?.dueAt)
  const wait = hoursOf(issue, last, circumstances)
  if (wait) return tx.issues.lookAgain(issue.number, wait)
  const rungs = due.map((rung) => rung.name)
  await tx.reminders.climb(issue.number, round, rungs, now)
  const event = {
    kind: 'reminded' as const,
    at: now,
    round,
    rung: last.name,
    ...(last.person === undefined ? {} : { person: last.person }),
  }
  await record(tx, circumstances, issue, { issue, events: [event] }, { at: open[due.length]?.dueAt })
  await tx.posts.show([reminderPost(issue, last, issue.eventCount + 1, council.channel)])
}

const lookAt = (deps: Deps, workspaceId: WorkspaceId, number: number): Promise<undefined> =>
  deps.unitOfWork({ workspaceId }, async (tx) => {
    const issue = await tx.issues.get(number)
    const circumstances = await circumstancesOf(tx, deps.clock.now(), issue)
    const suggestions = issue.routeBy ? await tx.issues.suggestionsFor(number) : []
    const routed = routeByDefault(issue, suggestions, circumstances)
    if (routed) await record(tx, circumstances, issue, routed)
    else await climb(tx, issue, circumstances)
    return undefined
  })

/**
 * One round of the tick: asks the first suggestion for issues nobody routed in time, and reminds of unclaimed issues up
 * the ladder, once per rung. What is due is read from data, so a missed round heals itself. Answers how many issues it
 * looked at.
 */
export const sendReminders =
  (deps: Deps) =>
  async (workspaceId: WorkspaceId): Promise<number> => {
    const due = await deps.queries.due(workspaceId, deps.clock.now(), perRound)
    for (const number of due) await lookAt(deps, workspaceId, number)
    return due.length
  }
