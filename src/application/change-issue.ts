import type { Council, PersonId } from '#domain/council.ts'
import { peopleOf } from '#domain/council.ts'
import { withoutOwnConsults } from '#domain/decisions/consulting/end.ts'
import type { Circumstances, Decision } from '#domain/decisions/decision.ts'
import { DomainError } from '#domain/errors.ts'
import type { IssueEventKind } from '#domain/issue/events.ts'
import type { Issue } from '#domain/issue/issue.ts'
import { maySee } from '#domain/permissions.ts'
import { nextLookAt } from '#domain/reminders/due.ts'
import type { Act } from './act.ts'
import { requireMember, scopeOf } from './act.ts'
import { postsFor } from './messages/notifications.ts'
import type { Ports } from './ports.ts'
import type { Tx } from './repositories.ts'

/** Processes' clocks differ: a decision on an issue is never dated before the last event of it. */
export const notBefore = (issue: Issue | undefined, now: Date): Date =>
  issue !== undefined && issue.lastEventAt > now ? issue.lastEventAt : now

/**
 * The council, the people it names and the time: what every decision may look at, on an issue when there is one, with
 * others who matter for it.
 */
export const circumstancesOf = async (
  tx: Tx,
  now: Date,
  issue?: Issue,
  others: readonly PersonId[] = [],
): Promise<Circumstances> => {
  const council = await tx.councils.current()
  const owner = issue?.owner === undefined ? [] : [issue.owner]
  const consulted = (issue?.consults ?? []).map(({ asked }) => asked)
  const people = await tx.people.byIds([...peopleOf(council), ...owner, ...consulted, ...others])
  return { council, people, now: notBefore(issue, now) }
}

/** Events after which an owner who is away has to be looked after again. */
const ownersLook = new Set<IssueEventKind>(['pass_declined', 'reopened'])

/** After these, messages that need not change any more have to, too: what they quote may be shown now, or is gone. */
const changesEverything = new Set(['words_shared', 'words_erased'])

/** Writes a decision, its timeline and everything that must now be said, with the work it is part of. */
export const record = async (
  tx: Tx,
  circumstances: Circumstances,
  before: Issue | undefined,
  decided: Decision,
): Promise<void> => {
  const decision = withoutOwnConsults(decided)
  const last = decision.events.at(-1)
  if (!last) return
  const due = nextLookAt(decision.issue, circumstances)
  await tx.issues.save(before, { ...decision.issue, lastEventAt: last.at }, decision.events, due)
  await tx.posts.show(postsFor(before, decision, circumstances.council))
  const everything = decision.events.some((event) => changesEverything.has(event.kind))
  if (before) await tx.posts.refresh(before.number, everything)
  const { owner } = decision.issue
  if (owner !== undefined && decision.events.some(({ kind }) => ownersLook.has(kind)))
    await tx.people.lookAfter(owner, last.at)
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
