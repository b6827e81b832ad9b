import type { Council, PersonId } from '#domain/council.ts'
import type { HandoverReason } from '#domain/issue/issue.ts'
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
  /** Milliseconds of wall time it was there. */
  readonly heldFor: number
  /** Why it left, in the words of the one who sent it on. */
  readonly leftBecause?: string
  /** The department it was handed to, and the reason that was chosen for it. */
  readonly leftFor?: string
  readonly reason?: HandoverReason
}
