import type { HandoverEnded } from '../../issue/events.ts'
import type { Issue } from '../../issue/issue.ts'
import { endConsults } from '../consulting/end.ts'
import { cancelDecision } from '../deciding/cancel.ts'
import type { Decision } from '../decision.ts'
import { andThen } from '../decision.ts'
import { cancelHandover } from './settle-handover.ts'

/** Whatever is open of an issue ends with it: a handover or pass, what the council was to choose, then every consult. */
export const endAllOpen = (issue: Issue, why: HandoverEnded, now: Date): Decision =>
  andThen(cancelHandover(issue, why, now), (next) =>
    andThen(cancelDecision(next, why, now), (free) => endConsults(free, why, now)),
  )
