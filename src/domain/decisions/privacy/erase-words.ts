import type { ErasedWhy } from '../../issue/events.ts'
import type { Issue } from '../../issue/issue.ts'
import type { Decision } from '../decision.ts'

export type EraseCommand = {
  readonly why: ErasedWhy
  /** How many texts are erased, and whether none is left then. */
  readonly count: number
  readonly whole: boolean
  /** Who stands in the customer's place, when the customer is erased. */
  readonly customer?: string
}

/** Words of an issue are erased; that they were, and how many, stays. Nothing happens to an issue on hold. */
export const eraseWords = (issue: Issue, { why, count, whole, customer }: EraseCommand, now: Date): Decision =>
  issue.onHold
    ? { issue, events: [] }
    : {
        issue: customer === undefined ? issue : { ...issue, customer },
        events: [{ kind: 'words_erased', at: now, why, count, whole }],
      }
