import type { Council } from '#domain/council.ts'
import { peopleOf } from '#domain/council.ts'
import type { Circumstances, Decision } from '#domain/decisions/decision.ts'
import { DomainError } from '#domain/errors.ts'
import { nextRung } from '#domain/escalation.ts'
import type { Issue } from '#domain/issue/issue.ts'
import { maySee } from '#domain/permissions.ts'
import type { Act } from './act.ts'
import { requireMember, scopeOf } from './act.ts'
import { postsFor } from './messages/notifications.ts'
import type { Ports } from './ports.ts'
import type { Tx } from './repositories.ts'

/** Processes' clocks differ: a decision on an issue is never dated before the last event of it. */
const notBefore = (issue: Issue | undefined, now: Date): Date =>
  issue !== undefined && issue.lastEventAt > now ? issue.lastEventAt : now

/** The council, the people it names and the time: what every decision may look at, on an issue when there is one. */
export const circumstancesOf = async (tx: Tx, now: Date, issue?: Issue): Promise<Circumstances> => {
  const council = await tx.councils.current()
  const owner = issue?.owner === undefined ? [] : [issue.owner]
  const people = await tx.people.byIds([...peopleOf(council), ...owner])
  return { council, people, now: notBefore(issue, now) }
}

/** When the tick has to look at an issue again; undefined when nothing is due by itself. */
const nextLook = async (
  tx: Tx,
  council: Council,
  before: Issue | undefined,
  after: Issue,
): Promise<Date | undefined> => {
  if (after.state !== 'flagged') return undefined
  if (!after.ask) return after.routeBy
  const sameRound = before?.ask?.round === after.ask.round
  const climbed = sameRound ? await tx.reminders.climbed(after.number, after.ask.round) : []
  return nextRung(council, after, climbed)?.dueAt
}

/** After these, messages that need not change any more have to, too: what they quote may be shown now, or is gone. */
const changesEverything = new Set(['words_shared', 'words_erased'])

/**
 * Writes a decision, its timeline and everything that must now be said, with the work it is part of. `look` says when
 * the tick looks at the issue again, where the caller knows it better.
 */
export const record = async (
  tx: Tx,
  { council }: Circumstances,
  before: Issue | undefined,
  decision: Decision,
  look?: { readonly at: Date | undefined },
): Promise<void> => {
  const last = decision.events.at(-1)
  if (!last) return
  const due = look ? look.at : await nextLook(tx, council, before, decision.issue)
  await tx.issues.save(before, { ...decision.issue, lastEventAt: last.at }, decision.events, due)
  await tx.posts.show(postsFor(before, decision, council))
  const everything = decision.events.some((event) => changesEverything.has(event.kind))
  if (before) await tx.posts.refresh(before.number, everything)
}

/** An issue the person may see; throws `issue_unknown` also for one they may not, so that nobody can probe. */
export const visibleIssue = async (tx: Tx, council: Council, act: Act, number: number): Promise<Issue> => {
  const issue = await tx.issues.get(number)
  if (!maySee(council, issue, act.person)) throw new DomainError('issue_unknown', { number })
  return issue
}

type Deps = Pick<Ports, 'unitOfWork' | 'clock' | 'directory'>

/** The shape shared by every command on one issue: load it, decide, save what changed and what must be said. */
export const changeIssue = async (
  deps: Deps,
  act: Act & { readonly number: number },
  decide: (issue: Issue, circumstances: Circumstances) => Decision,
): Promise<{ number: number }> => {
  await requireMember(deps.directory, act)
  return deps.unitOfWork(scopeOf(act), async (tx) => {
    const council = await tx.councils.current()
    const before = await visibleIssue(tx, council, act, act.number)
    const circumstances = await circumstancesOf(tx, deps.clock.now(), before)
    await record(tx, circumstances, before, decide(before, circumstances))
    return { number: before.number }
  })
}
