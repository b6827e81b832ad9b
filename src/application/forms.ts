import type { Council, PersonId } from '#domain/council.ts'
import type { DomainError } from '#domain/errors.ts'
import type { Consult } from '#domain/issue/consult-facts.ts'
import type { HandoverReason } from '#domain/issue/issue.ts'
import type { Choice } from './messages/deciding/deciding.ts'
import type { About } from './messages/message.ts'
import type { IssueStory } from './read-models.ts'

/** What a form shows when it is opened. */
export type FlagForm = {
  readonly council: Council
  /** The words to begin with; a form that cannot show them whole keeps them under `draft`. */
  readonly text: string
  readonly draft?: string
  /** True from a private place: the card will withhold the words. */
  readonly restricted: boolean
  /** True where that place is shared with another company. */
  readonly shared?: boolean
}

export type DetailsForm = { readonly council: Council; readonly story: IssueStory }
export type NotOursForm = { readonly council: Council; readonly story: IssueStory }
export type HandOverForm = { readonly council: Council; readonly story: IssueStory }
export type PassForm = {
  readonly council: Council
  readonly story: IssueStory
  /** Who of the department could take it over now. */
  readonly colleagues: readonly { readonly id: PersonId; readonly name: string }[]
}
export const ways = ['consult', 'hands', 'hand_over', 'pass'] as const

/** What can be done with an issue that somebody cannot, or need not, solve alone. */
export type Way = (typeof ways)[number]

/** What was asked before, and who could be asked now; `insteadOf` is open, and ends when another is asked. */
export type AskedBefore = { readonly text?: string; readonly person?: PersonId; readonly insteadOf?: string }

export type WayForm = About & {
  readonly way: Way
  /** Why it cannot go that way now. */
  readonly refused?: DomainError
  /** For a pass. */
  readonly colleagues?: PassForm['colleagues']
  readonly before?: AskedBefore
}

export const consultReplies = ['answer', 'ask_back', 'explain', 'decline'] as const

/** What is said in words about a consult: an answer, a question back, what that is answered with, why not. */
export type ConsultReply = (typeof consultReplies)[number]

export type ConsultForm = {
  readonly council: Council
  readonly story: IssueStory
  readonly now: Date
  readonly consult: Consult
  readonly reply: ConsultReply
}
export type ReturnForm = { readonly council: Council; readonly story: IssueStory; readonly handover: string }
export type ResolveForm = { readonly council: Council; readonly story: IssueStory }
export type CloseForm = {
  readonly council: Council
  readonly story: IssueStory
  readonly person: PersonId
  /** Today in the council's zone, YYYY-MM-DD. */
  readonly today: string
}
/** A form that shows an issue and nothing else. */
export type IssueForm = { readonly council: Council; readonly story: IssueStory }
/** `today` is the council's date, YYYY-MM-DD. */
export type DayForm = IssueForm & { readonly today: string }
/** A form about what an issue waits on, now. */
export type WaitForm = IssueForm & { readonly now: Date }
export type ReopenForm = { readonly council: Council; readonly story: IssueStory }
export type RouteForm = {
  readonly council: Council
  readonly story: IssueStory
  readonly suggestions: readonly string[]
}

/** Why an issue cannot simply go back: the words of the guard's *return*. */
export type HeldBefore = {
  readonly department: string
  /** Milliseconds of wall time it was there; undefined where the reader may not see the issue of which that is known. */
  readonly heldFor?: number
  /** Where it held an issue that was merged into this one or is linked with it: that one. */
  readonly as?: number
  /** Why it left, in the words of the one who sent it on. */
  readonly leftBecause?: string
  /** The department it went to, and the reason that was chosen for it, or that the council chose it. */
  readonly leftFor?: string
  readonly reason?: HandoverReason
  readonly byCouncil?: true
}

/** What the council's form shows; `decision` is the one that is open. */
export type DecideForm = {
  readonly council: Council
  readonly story: IssueStory
  readonly choice?: Choice
  readonly decision: string
}
/** What the lead is shown who may speak first. */
export type SpeakForm = { readonly council: Council; readonly story: IssueStory; readonly decision: string }
