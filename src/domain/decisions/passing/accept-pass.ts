import type { PersonId } from '../../council.ts'
import type { Issue } from '../../issue/issue.ts'
import type { Decision } from '../decision.ts'

/** A question that the owner of before was to answer waits for the new one. */
const withAnswerer = (issue: Issue, to: PersonId): Issue => {
  const { handover, owner } = issue
  const question = handover?.question
  if (!handover || !question || question.to !== owner) return issue
  return { ...issue, handover: { ...handover, question: { ...question, to } } }
}

/** Accountability moves to somebody of the same department: no hop, no attempt, and the card stays where it is. */
export const movedTo = (issue: Issue, to: PersonId, now: Date): Issue => {
  const { takeOver: _, ...rest } = issue
  return { ...withAnswerer(rest, to), owner: to, lastUpdateAt: now }
}

/** The colleague accepts, and answers for it from now on. */
export const acceptPass = (issue: Issue, by: PersonId, now: Date): Decision => {
  const { handover, ...free } = issue
  const { owner = '' } = issue
  if (!handover) return { issue, events: [] }
  const { id, to: department } = handover
  return {
    issue: movedTo(free, by, now),
    events: [{ kind: 'pass_accepted', at: now, actor: by, id, department, from: owner, owner: by }],
  }
}
