import type { PersonId } from '../council.ts'
import type { Severity } from '../severity.ts'
import type { Ask, Audience, Closing, HandoverReason, Verdict } from './issue.ts'

/** What kind of words a person typed; they live in rows of their own, which can be redacted without losing the event. */
export type WordsKind =
  | 'what_happened'
  | 'reason'
  | 'need'
  | 'what_changed'
  | 'what_was_done'
  | 'what_was_told'
  | 'could_not_be_told'
  | 'still_wrong'

export type Words = { readonly kind: WordsKind; readonly text: string }

type Fact =
  | {
      kind: 'flagged'
      severity: Severity
      audience: Audience
      stage?: string
      department?: string
      /** Of the customer. */
      region?: string
      via: FlaggedVia
      linkedTo?: number
    }
  | { kind: 'followed'; person: PersonId }
  | { kind: 'details_added'; severity: Severity; stage?: string; department?: string; region?: string }
  | { kind: 'words_shared' }
  | { kind: 'asked'; ask: Ask; department: string; why: AskedWhy; gap: boolean }
  | { kind: 'unrouted'; suggestions: readonly string[] }
  | { kind: 'nobody_reachable'; department: string }
  | { kind: 'not_ours'; from: string; to: string; council: boolean }
  | { kind: 'claimed'; owner: PersonId; department: string; from?: string; via: ClaimedVia }
  | { kind: 'released'; owner: PersonId }
  | { kind: 'next_step_set'; by: Date }
  | {
      kind: 'handover_asked'
      id: string
      from: string
      to: string
      asked: PersonId
      reason: HandoverReason
      verdict: Verdict
    }
  | { kind: 'what_changed_said'; id: string }
  | { kind: 'handover_sent_to_council'; from: string; to: string; reason: HandoverReason; why: CouncilWhy }
  | { kind: 'handover_accepted'; id: string; from: string; to: string; owner: PersonId; bounce: boolean }
  | { kind: 'handover_returned'; id: string; from: string; to: string }
  | { kind: 'handover_cancelled'; id: string; to: string; why: 'resolved' | 'withdrawn' }
  | { kind: 'resolved'; originStage?: string; originDepartment?: string }
  | { kind: 'closed'; closing: Closing }
  | { kind: 'reopened'; owner?: PersonId }
  | { kind: 'withdrawn' }
  | { kind: 'reminded'; round: number; rung: string; person?: PersonId }

export type FlaggedVia =
  | 'command'
  | 'message_shortcut'
  | 'global_shortcut'
  | 'mention'
  | 'reaction'
  | 'home'
  | 'reopened'
export type ClaimedVia = 'button' | 'reaction' | 'command'
export type AskedWhy = 'flagged' | 'details' | 'not_ours' | 'routed' | 'not_routed_in_time' | 'released' | 'reopened'
export type CouncilWhy = 'max_hops' | 'second_return' | 'refused_twice'

/** One line of an issue's timeline: who, when, what; ids and codes only, the words beside it. */
export type IssueEvent = Fact & {
  readonly at: Date
  /** The person who did it; none when the bot did. */
  readonly actor?: PersonId
  /** The owner, when their lead or the chair acted on their behalf. */
  readonly onBehalfOf?: PersonId
  readonly words?: Words
}

export type IssueEventKind = IssueEvent['kind']
