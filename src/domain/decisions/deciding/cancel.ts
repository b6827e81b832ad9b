import type { HandoverEnded } from '../../issue/events.ts'
import type { Issue } from '../../issue/issue.ts'
import type { Decision } from '../decision.ts'

/** Nothing is left for the council to choose: the issue itself ended. */
export const cancelDecision = (issue: Issue, why: HandoverEnded, now: Date): Decision => {
  const { decision, ...free } = issue
  return decision === undefined
    ? { issue, events: [] }
    : { issue: free, events: [{ kind: 'decision_cancelled', at: now, id: decision.id, why }] }
}
