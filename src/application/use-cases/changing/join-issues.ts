import type { Circumstances } from '#domain/decisions/decision.ts'
import { linkIssues as decideLink } from '#domain/decisions/joining/link.ts'
import type { Joined } from '#domain/decisions/joining/merge.ts'
import { mergeIssue as decideMerge } from '#domain/decisions/joining/merge.ts'
import { DomainError } from '#domain/errors.ts'
import type { Issue } from '#domain/issue/issue.ts'
import type { Act } from '../../act.ts'
import { requireMember, scopeOf } from '../../act.ts'
import { circumstancesOf, notBefore, record, visibleIssue } from '../../change-issue.ts'
import type { Ports } from '../../ports.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'clock' | 'directory'>

/** `number` is the issue somebody stands before, `other` the one they name. */
export type JoinInput = Act & { readonly number: number; readonly other: number }

type Decide = (issue: Issue, other: Issue, circumstances: Circumstances) => Joined

/** Nobody learns of an issue they may not see by naming it: the refusal stands at the field in which it was typed. */
const atField = (error: unknown): never => {
  if (error instanceof DomainError && error.code === 'issue_unknown')
    throw new DomainError('issue_unknown', error.details, { field: 'other', cause: error })
  throw error
}

const joinIssues = async (deps: Deps, input: JoinInput, decide: Decide): Promise<{ number: number; other: number }> => {
  await requireMember(deps.directory, input)
  return deps.unitOfWork(scopeOf(input), async (tx) => {
    const council = await tx.councils.current()
    const issue = await visibleIssue(tx, council, input, input.number)
    const other = await visibleIssue(tx, council, input, input.other).catch(atField)
    const around = await circumstancesOf(tx, deps.clock.now(), issue)
    const circumstances = { ...around, now: notBefore(other, around.now) }
    const joined = decide(issue, other, circumstances)
    await record(tx, circumstances, issue, joined.issue)
    await record(tx, circumstances, other, joined.other)
    return { number: input.number, other: input.other }
  })
}

/** *Merge*, *Same as CX-n*: the issue goes on in the other one. */
export const mergeIssue = (deps: Deps) => (input: JoinInput) =>
  joinIssues(deps, input, (issue, other, circumstances) => decideMerge(issue, other, input.person, circumstances))

/** *Link*: the two belong together and stay apart. */
export const linkIssues = (deps: Deps) => (input: JoinInput) =>
  joinIssues(deps, input, (issue, other, circumstances) => decideLink(issue, other, input.person, circumstances))
