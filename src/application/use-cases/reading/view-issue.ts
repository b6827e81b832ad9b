import type { Council } from '#domain/council.ts'
import { isChair } from '#domain/council.ts'
import { endedError } from '#domain/decisions/ended.ts'
import { standsStill } from '#domain/decisions/moving/handover-clock.ts'
import { DomainError } from '#domain/errors.ts'
import type { Issue } from '#domain/issue/issue.ts'
import { isOpen } from '#domain/issue/issue.ts'
import { actsAsOwner, mayAccept, mayAnswerQuestion, mayClose, mayEdit, speaksForAsked } from '#domain/permissions.ts'
import { localDate } from '#domain/time/zoned-time.ts'
import type { Act } from '../../act.ts'
import { requireMember } from '../../act.ts'
import { visibleIssue } from '../../change-issue.ts'
import type { About } from '../../messages/message.ts'
import type { Ports } from '../../ports.ts'

type Deps = Pick<Ports, 'read' | 'clock' | 'directory'>

export type FormPurpose =
  | 'add_details'
  | 'pass'
  | 'consult'
  | 'not_ours'
  | 'hand_over'
  | 'return'
  | 'ask_first'
  | 'answer_question'
  | 'resolve'
  | 'close'
  | 'reopen'
  | 'route'
  | 'merge'
  | 'link'
  | 'update'
  | 'next_step'
  | 'promise'
  | 'edit'
  | 'withdraw_any'
  | 'wait'
  | 'still_waiting'

const mayOpen = (council: Council, issue: Issue, person: string): Record<FormPurpose, boolean> => ({
  add_details: mayEdit(council, issue, person),
  not_ours: speaksForAsked(council, issue, person),
  hand_over: actsAsOwner(council, issue, person),
  pass: actsAsOwner(council, issue, person),
  consult: actsAsOwner(council, issue, person),
  return: mayAccept(council, issue, person),
  ask_first: mayAccept(council, issue, person),
  answer_question: mayAnswerQuestion(council, issue, person),
  resolve: actsAsOwner(council, issue, person),
  close: mayClose(issue, person),
  reopen: mayEdit(council, issue, person),
  route: isChair(council, person),
  merge: mayEdit(council, issue, person),
  link: mayEdit(council, issue, person),
  update: mayEdit(council, issue, person),
  edit: mayEdit(council, issue, person),
  next_step: actsAsOwner(council, issue, person),
  promise: actsAsOwner(council, issue, person),
  withdraw_any: isChair(council, person),
  wait: actsAsOwner(council, issue, person),
  still_waiting: actsAsOwner(council, issue, person),
})

const fits: Record<FormPurpose, (issue: Issue) => boolean> = {
  add_details: (issue) => issue.state === 'flagged' || issue.state === 'claimed' || issue.state === 'resolved',
  not_ours: (issue) => issue.state === 'flagged',
  hand_over: (issue) => issue.state === 'claimed',
  pass: (issue) => issue.state === 'claimed',
  consult: (issue) => issue.state === 'claimed',
  return: (issue) => issue.handover !== undefined,
  ask_first: ({ handover }) => handover !== undefined && handover.question === undefined,
  answer_question: ({ handover }) => handover !== undefined && standsStill(handover),
  resolve: (issue) => issue.state === 'claimed',
  close: (issue) => issue.state === 'resolved',
  reopen: (issue) => issue.state === 'resolved' || issue.state === 'closed',
  route: (issue) => issue.state === 'flagged',
  merge: isOpen,
  link: (issue) => issue.state !== 'merged',
  update: isOpen,
  edit: isOpen,
  next_step: (issue) => issue.state === 'claimed',
  promise: (issue) => issue.state === 'claimed' || issue.state === 'resolved',
  withdraw_any: isOpen,
  wait: (issue) => issue.state === 'claimed',
  still_waiting: (issue) => issue.wait !== undefined,
}

/** Why a handover cannot be answered, or asked about, any more. */
const settledHandover = ({ number, handover }: Issue, purpose: FormPurpose): DomainError | undefined => {
  const codes = {
    return: 'handover_settled',
    ask_first: 'question_asked',
    answer_question: 'question_settled',
  } as const
  const code = purpose in codes ? codes[purpose as keyof typeof codes] : undefined
  return code && new DomainError(handover ? code : 'handover_settled', { number })
}

const stale = (issue: Issue): DomainError => {
  if (!isOpen(issue)) return endedError(issue)
  const codes = { flagged: 'not_claimed', claimed: 'already_claimed', resolved: 'already_resolved' } as const
  const code = codes[issue.state as keyof typeof codes]
  return new DomainError(code, { number: issue.number, owner: issue.owner ?? '' })
}

/** Why a form about an issue comes too late. */
const overTaken = (purpose: FormPurpose, issue: Issue): DomainError =>
  purpose === 'still_waiting' && issue.state === 'claimed'
    ? new DomainError('not_waiting', { number: issue.number })
    : (settledHandover(issue, purpose) ?? stale(issue))

/** An issue as a person may read it. Throws `issue_unknown`, also for one they may not see. */
export const viewIssue =
  (deps: Deps) =>
  async (input: Act & { readonly number: number }): Promise<About> => {
    const { timeZone: readerZone } = await requireMember(deps.directory, input)
    return deps.read(input.workspaceId, async (tx) => {
      const council = await tx.councils.current()
      await visibleIssue(tx, council, input, input.number)
      return { council, story: await tx.issues.story(input.number), now: deps.clock.now(), readerZone }
    })
  }

/**
 * An issue for a form about it; refused where the person could not submit that form: `not_allowed`, or the reason for
 * which the issue is past it. `today` is the council's date.
 */
export const openForm = (deps: Deps) => {
  const view = viewIssue(deps)
  return async (
    input: Act & { readonly number: number; readonly purpose: FormPurpose },
  ): Promise<About & { readonly today: string }> => {
    const about = await view(input)
    const { council, story, now } = about
    if (!fits[input.purpose](story.issue)) throw overTaken(input.purpose, story.issue)
    const { handover } = story.issue
    const moves = input.purpose === 'hand_over' || input.purpose === 'pass'
    if (moves && handover && handover.pass === undefined)
      throw new DomainError('handover_pending', { number: input.number, department: handover.to })
    if (!mayOpen(council, story.issue, input.person)[input.purpose])
      throw new DomainError('not_allowed', { number: input.number, act: input.purpose })
    return { ...about, today: localDate(council.calendar.timeZone, now) }
  }
}
