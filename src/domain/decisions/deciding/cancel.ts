import type { HandoverEnded } from '../../issue/events.ts'
import type { Issue } from '../../issue/issue.ts'
import type { Decision } from '../decision.ts'
import { andThen } from '../decision.ts'
import { cancelHandover } from '../moving/settle-handover.ts'

/** Nothing is left for the council to choose: the issue itself ended. */
const cancelDecision = (issue: Issue, why: HandoverEnded, now: Date): Decision => {
  const { decision, ...free } = issue
  return decision === undefined
    ? { issue, events: [] }
    : { issue: free, events: [{ kind: 'decision_cancelled', at: now, id: decision.id, why }] }
}

/** What was on its way with an issue that ends: a handover or pass, and what the council was to choose. */
export const endMoves = (issue: Issue, why: HandoverEnded, now: Date): Decision =>
  andThen(cancelHandover(issue, why, now), (free) => cancelDecision(free, why, now))
