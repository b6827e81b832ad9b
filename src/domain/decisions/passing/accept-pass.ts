import type { PersonId } from '../../council.ts'
import type { Issue } from '../../issue/issue.ts'
import type { Decision } from '../decision.ts'

/** Accountability moves to somebody of the same department: no hop, no attempt, and the card stays where it is. */
export const movedTo = (issue: Issue, to: PersonId, now: Date): Issue => {
  const { takeOver: _, ...rest } = issue
  return { ...rest, owner: to, lastUpdateAt: now }
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
