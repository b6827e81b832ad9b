import type { PersonId } from '../council.ts'
import type { ReminderKind } from '../reminders/reminder.ts'
import type { Severity } from '../severity.ts'
import type { ConsultFact } from './consult-facts.ts'
import type { Ask, Audience, Closing, CouncilWhy, HandoverReason, Moves, PassWhy, Verdict } from './issue.ts'
import type { WaitCause, WaitEnded } from './wait.ts'

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
  | 'update'
  | 'next_step'
  | 'promise'
  /** What the lead of the department where it was to go wants the council to know. */
  | 'lead_said'
  /** What somebody of another department was asked, or asked back, and what was answered. */
  /** The question to the customer, what is to be approved by whom, or which vendor. */
  | 'wait'
  | 'brief'
  | 'dont_ask'
  | 'question'
  | 'answer'
  /** Why the words of an issue are kept, or need not be kept any more. */
  | 'hold_reason'

export type Words = { readonly kind: WordsKind; readonly text: string }

type Fact =
  | ConsultFact
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
      /** Who held the issue it goes on from, and their attempts. */
      inherited?: Inherited
    }
  | { kind: 'followed'; person: PersonId }
  | { kind: 'unfollowed'; person: PersonId }
  /** What it is now, of what was changed; `customer` is the id. */
  | { kind: 'edited'; severity?: Severity; stage?: string; customer?: string; region?: string }
  | { kind: 'details_added'; severity: Severity; stage?: string; department?: string; region?: string }
  | { kind: 'words_shared' }
  | { kind: 'asked'; ask: Ask; department: string; why: AskedWhy; gap: boolean; coverFor?: PersonId }
  | { kind: 'unrouted'; suggestions: readonly string[] }
  | { kind: 'nobody_reachable'; department: string }
  | { kind: 'not_ours'; from: string; to: string; council: boolean }
  | { kind: 'claimed'; owner: PersonId; department: string; from?: string; via: ClaimedVia }
  | { kind: 'released'; owner: PersonId }
  | { kind: 'next_step_set'; by: Date }
  | { kind: 'promised'; by: Date }
  | { kind: 'promise_kept'; by: Date }
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
  /** `to` and `reason` are the owner's wish; `review` where it was urgent and moved at once. */
  | {
      kind: 'decision_opened'
      id: string
      from: string
      to?: string
      reason?: HandoverReason
      why: CouncilWhy
      review: boolean
    }
  | { kind: 'voted'; id: string; person: PersonId }
  | { kind: 'lead_spoke'; id: string; department: string }
  /** `before` answered for it until then: the same person where the council leaves it where it is. */
  | { kind: 'decided'; id: string; from: string; to: string; owner: PersonId; before: PersonId }
  | { kind: 'moved_at_once'; id: string; from: string; to: string; owner: PersonId; before: PersonId }
  | { kind: 'named_cannot'; id: string; department: string }
  | { kind: 'decision_cancelled'; id: string; why: HandoverEnded }
  | { kind: 'handover_accepted'; id: string; from: string; to: string; owner: PersonId; bounce: boolean }
  | { kind: 'handover_returned'; id: string; from: string; to: string }
  /** What it says now is in its words; without any, nothing. */
  | { kind: 'brief_edited' }
  /** The same of what the customer must not be asked again. */
  | { kind: 'dont_ask_said' }
  /** `asked` is to answer it. */
  | { kind: 'handover_question'; id: string; asked: PersonId }
  | { kind: 'handover_question_answered'; id: string }
  | { kind: 'handover_lead_asked'; id: string; to: string; asked: PersonId }
  | { kind: 'handover_expired'; id: string; from: string; to: string }
  | { kind: 'handover_taken_back'; id: string; to: string }
  | { kind: 'handover_cancelled'; id: string; to: string; why: HandoverEnded }
  | { kind: 'pass_asked'; id: string; department: string; asked: PersonId; why: PassWhy }
  | { kind: 'pass_accepted'; id: string; department: string; from: PersonId; owner: PersonId }
  | { kind: 'pass_declined'; id: string; department: string; why: PassWhy }
  | { kind: 'pass_cancelled'; id: string; department: string; why: PassCancelled }
  | { kind: 'waiting_started'; on: WaitCause; department?: string; until?: Date; question: boolean }
  | { kind: 'waiting_continued'; on: WaitCause; until: Date }
  | { kind: 'waiting_ended'; on: WaitCause; why: WaitEnded }
  | { kind: 'resolved'; originStage?: string; originDepartment?: string }
  | { kind: 'closed'; closing: Closing }
  | { kind: 'reopened'; owner?: PersonId }
  | { kind: 'withdrawn' }
  | { kind: 'merged'; into: number }
  /** `severity` is that of the issue from then on, the stricter of both. */
  | { kind: 'merged_from'; number: number; moves: Moves; followers: readonly PersonId[]; severity?: Severity }
  | { kind: 'linked'; to: number; moves: Inherited }
  | { kind: 'updated'; via: UpdatedVia }
  /** `person` is missing where the council's channel was asked. */
  | { kind: 'reminded'; of: ReminderKind; state: string; again: number; person?: PersonId }
  | { kind: 'snoozed'; person: PersonId; until: Date }
  | { kind: 'held' }
  | { kind: 'hold_lifted' }
  /** `count` texts; `whole` when no words of the issue are left. */
  | { kind: 'words_erased'; why: ErasedWhy; count: number; whole: boolean }

/** What an issue learns of another one, so that it does not go the same way again. */
export type Inherited = Pick<Moves, 'held' | 'attempts' | 'refusals'>

/** Why words were erased: somebody was, a customer was, or they were kept long enough. */
export type ErasedWhy = 'person' | 'customer' | 'retention'

export type FlaggedVia =
  | 'command'
  | 'message_shortcut'
  | 'global_shortcut'
  | 'mention'
  | 'reaction'
  | 'home'
  | 'reopened'
export type UpdatedVia = 'form' | 'command' | 'thread'
export type ClaimedVia = 'button' | 'reaction' | 'command'
export type AskedWhy =
  | 'flagged'
  | 'details'
  | 'not_ours'
  | 'routed'
  | 'not_routed_in_time'
  | 'released'
  | 'reopened'
  | 'left'
/** Why a pass ended without an answer: the issue ended or is handed over, another was asked, or the owner is here again. */
export type PassCancelled = HandoverEnded | 'replaced' | 'back' | 'no_answer'
export type HandoverEnded = 'resolved' | 'withdrawn' | 'closed' | 'merged'

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
