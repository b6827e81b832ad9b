import * as fc from 'fast-check'
import type { Council } from '#domain/council.ts'
import { peopleOf } from '#domain/council.ts'
import { claimIssue, releaseClaim } from '#domain/decisions/asking/claim.ts'
import { setNextStep } from '#domain/decisions/asking/next-step.ts'
import { declineIssue } from '#domain/decisions/asking/not-ours.ts'
import { routeByDefault, routeIssue } from '#domain/decisions/asking/route.ts'
import { addUpdate } from '#domain/decisions/changing/add-update.ts'
import { editIssue } from '#domain/decisions/changing/edit.ts'
import { keepPromise, promiseCustomer } from '#domain/decisions/changing/promise.ts'
import { closeLoop } from '#domain/decisions/closing/close-loop.ts'
import { reopenIssue } from '#domain/decisions/closing/reopen.ts'
import { resolveIssue } from '#domain/decisions/closing/resolve.ts'
import { withoutOwnConsults } from '#domain/decisions/consulting/end.ts'
import { sayCannot } from '#domain/decisions/deciding/cannot.ts'
import { speakOn } from '#domain/decisions/deciding/speak.ts'
import { voteFor } from '#domain/decisions/deciding/vote.ts'
import type { Circumstances, Decision } from '#domain/decisions/decision.ts'
import { addDetails } from '#domain/decisions/flagging/add-details.ts'
import { flagIssue } from '#domain/decisions/flagging/flag.ts'
import { followIssue, unfollowIssue } from '#domain/decisions/flagging/follow.ts'
import { withdrawFlag, withdrawIssue } from '#domain/decisions/flagging/withdraw.ts'
import { answerQuestion, askFirst } from '#domain/decisions/moving/ask-first.ts'
import { handOver } from '#domain/decisions/moving/hand-over.ts'
import { acceptHandover, returnHandover } from '#domain/decisions/moving/settle-handover.ts'
import { endSilence } from '#domain/decisions/moving/silence.ts'
import { takeBack } from '#domain/decisions/moving/take-back.ts'
import { passOn } from '#domain/decisions/passing/pass-on.ts'
import { reassignIssue } from '#domain/decisions/passing/reassign.ts'
import { moveAgain, waitOn, waitOnward } from '#domain/decisions/waiting/wait.ts'
import { DomainError } from '#domain/errors.ts'
import type { IssueEvent } from '#domain/issue/events.ts'
import type { Issue } from '#domain/issue/issue.ts'
import type { Person } from '#domain/people.ts'
import { localDate } from '#domain/time/zoned-time.ts'
import { consulting, consultTries } from './consulting/random.ts'

/** One thing that one person tries: most tries are refused, as in life. */
const attempt = (council: Council) => {
  const who = fc.constantFrom(...peopleOf(council))
  const where = fc.constantFrom(...council.departments.map((department) => department.key))
  return fc.record({
    kind: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('claim', 'route', 'default', 'resolve', 'close', 'reopen') },
      {
        weight: 2,
        arbitrary: fc.constantFrom('update', 'promise', 'kept', 'step', 'edit', 'follow', 'unfollow', 'withdraw_any'),
      },
      { weight: 8, arbitrary: fc.constantFrom('hand', 'accept', 'pass', 'accept') },
      { weight: 3, arbitrary: fc.constantFrom('vote', 'vote', 'cannot', 'speak') },
      { weight: 2, arbitrary: fc.constantFrom('wait_customer', 'wait_vendor', 'moving', 'onward') },
      {
        weight: 6,
        arbitrary: fc.constantFrom('hand', 'ask_first', 'answer', 'silence', 'answer', 'silence', 'take_back'),
      },
      { weight: 8, arbitrary: fc.constantFrom(...consultTries) },
      { weight: 1, arbitrary: fc.constantFrom('release', 'decline', 'return', 'give', 'details', 'withdraw') },
    ),
    who,
    sitting: fc.constantFrom(...council.members),
    named: fc.constantFrom(...peopleOf(council).slice(0, 4), ...peopleOf(council)),
    where,
    insider: fc.integer({ min: 1, max: 10 }).map((dice) => dice > 2),
    changed: fc.option(fc.constant('Something has changed.'), { nil: undefined }),
    minutes: fc.integer({ min: 0, max: 600 }),
  })
}

type Attempt = {
  kind: string
  who: string
  sitting: string
  named: string
  where: string
  insider: boolean
  changed: string | undefined
  minutes: number
}

/** Most of the attempts are made by whoever may most likely do it, so that lives get long. */
const actor = (issue: Issue, { insider, who, sitting, kind }: Attempt): string => {
  if (!insider) return who
  if (kind === 'vote') return sitting
  if (['accept', 'return', 'ask_first'].includes(kind))
    return issue.handover?.leadAsked?.person ?? issue.handover?.asked ?? who
  if (kind === 'withdraw' || kind === 'details') return issue.flaggedBy
  return issue.owner ?? issue.ask?.person ?? who
}

const waits = (issue: Issue, by: string, around: Circumstances): Record<string, () => Decision> => {
  const wakeUp = localDate('UTC', new Date(around.now.getTime() + 3 * 86_400_000))
  return {
    wait_customer: () => waitOn(issue, { by, on: 'customer', what: 'Which one?' }, around),
    wait_vendor: () => waitOn(issue, { by, on: 'vendor', what: 'The bank.', wakeUp }, around),
    moving: () => moveAgain(issue, by, around),
    onward: () => waitOnward(issue, { by, wakeUp }, around),
  }
}

const decide = (issue: Issue, tried: Attempt, around: Circumstances): Decision | undefined => {
  const by = actor(issue, tried)
  const handover = issue.handover?.id ?? 'none'
  const changed = tried.changed === undefined ? {} : { whatChanged: tried.changed }
  const doing: Record<string, () => Decision | undefined> = {
    claim: () => claimIssue(issue, { by, via: 'button' }, around),
    release: () => releaseClaim(issue, by, around),
    decline: () => declineIssue(issue, { by, department: tried.where, reason: 'Not ours.' }, around),
    route: () => routeIssue(issue, { by: around.council.chair, department: tried.where }, around),
    default: () => routeByDefault(issue, [tried.where], around),
    hand: () =>
      handOver(
        issue,
        { by, id: `${around.now.getTime()}`, to: tried.where, reason: 'expertise', need: 'Look.', ...changed },
        around,
      ),
    pass: () => passOn(issue, { by, id: `p${around.now.getTime()}${issue.moves.attempts}`, to: tried.who }, around),
    give: () =>
      reassignIssue(issue, { by: around.council.chair, to: tried.who, id: `g${around.now.getTime()}` }, around),
    accept: () => acceptHandover(issue, { by, handover }, around),
    ask_first: () => askFirst(issue, { by, handover, question: 'Which?' }, around),
    answer: () => answerQuestion(issue, { by, handover, answer: 'This.' }, around),
    take_back: () => takeBack(issue, { by, handover }, around),
    silence: () => endSilence(issue, around),
    return: () => returnHandover(issue, { by, handover, reason: 'No.' }, around),
    vote: () => voteFor(issue, { by, decision: issue.decision?.id ?? '', person: tried.named }, around),
    cannot: () => sayCannot(issue, { by, id: `c${around.now.getTime()}`, reason: 'No.' }, around),
    speak: () => speakOn(issue, { by: tried.who, decision: issue.decision?.id ?? '', said: 'Hm.' }, around),
    resolve: () => resolveIssue(issue, { by, whatWasDone: 'Done.' }, around),
    close: () =>
      closeLoop(
        issue,
        { by, told: 'Told.', when: around.now.toISOString().slice(0, 10), byWhom: by, explainedAgain: 'no' },
        around,
      ),
    reopen: () => reopenIssue(issue, { by, stillWrong: 'Again.' }, around),
    withdraw: () => withdrawFlag(issue, by, around),
    update: () => addUpdate(issue, { by, text: 'News.', via: 'form' }, around),
    promise: () => promiseCustomer(issue, { by, what: 'A call.', date: localDate('UTC', around.now) }, around),
    kept: () => keepPromise(issue, by, around),
    step: () => setNextStep(issue, { by, day: 'tomorrow', what: 'A call.' }, around),
    edit: () => editIssue(issue, { by, severity: 'urgent', stage: around.council.journey[0]?.key ?? '' }, around),
    follow: () => followIssue(issue, tried.who, around),
    unfollow: () => unfollowIssue(issue, tried.who, around),
    withdraw_any: () =>
      tried.minutes > 500 ? withdrawIssue(issue, { by: around.council.chair, reason: 'No.' }, around) : undefined,
    ...waits(issue, by, around),
    ...consulting(issue, tried, around),
    details: () => addDetails(issue, { by, severity: 'high', department: tried.where }, around),
  }
  return doing[tried.kind]?.()
}

export type Step = { readonly issue: Issue; readonly events: readonly IssueEvent[]; readonly before: Issue | undefined }

/** What becomes of an issue when these are tried one after the other; refusals change nothing. */
const live = (council: Council, tries: readonly Attempt[]): readonly Step[] => {
  const member = (id: string): Person => ({ id, name: id, kind: 'member', admin: false, timeZone: 'UTC' })
  const people = new Map(peopleOf(council).map((id) => [id, member(id)]))
  let now = new Date('2026-11-16T09:00:00Z')
  const flag = {
    number: 1,
    by: council.chair,
    whatHappened: 'It broke.',
    severity: 'normal' as const,
    audience: 'open' as const,
    via: 'command' as const,
  }
  const stage = council.journey.toSorted((a, b) => b.owners.length - a.owners.length)[0]?.key ?? ''
  const department = council.departments[0]?.key ?? ''
  const first = flagIssue({ ...flag, department, stage }, { council, people, now })
  const steps: Step[] = [{ ...first, before: undefined }]
  for (const tried of tries) {
    now = new Date(now.getTime() + tried.minutes * 60_000)
    const before = steps.at(-1)?.issue ?? first.issue
    try {
      const decision = decide(before, tried, { council, people, now })
      if (decision) steps.push({ ...withoutOwnConsults(decision), before })
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
    }
  }
  return steps
}

export const lives = (council: Council) =>
  fc.array(attempt(council), { minLength: 25, maxLength: 60, size: 'max' }).map((tries) => live(council, tries))

/** How an issue gets to where it is for the council: handed over and over by whoever has it. */
const onItsWay = ['claim', 'hand', 'accept', 'hand', 'accept', 'hand', 'vote', 'vote'] as const

/** Lives that most likely come to where the council has to choose, and what happens then. */
export const livesBeforeTheCouncil = (council: Council) =>
  fc
    .tuple(
      fc.array(attempt(council), { minLength: onItsWay.length, maxLength: onItsWay.length }),
      fc.array(attempt(council), { minLength: 10, maxLength: 40, size: 'max' }),
    )
    .map(([first, then]) => [
      ...first.map((tried, i) => ({ ...tried, kind: onItsWay[i] ?? '', insider: true, changed: 'Something.' })),
      ...then,
    ])
    .map((tries) => live(council, tries))
