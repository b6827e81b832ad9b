import type { PersonId } from '#domain/council.ts'
import type { IssueState } from '#domain/issue/issue.ts'
import type { WorkspaceId } from '../ports.ts'

/** Whose words are erased: everything a person wrote, or everything about a customer. */
export type Subject = { readonly person: PersonId } | { readonly customer: string }

/** An issue that an erasure touches. */
export type Touched = {
  readonly number: number
  readonly state: IssueState
  readonly onHold: boolean
  /** Texts that are not erased yet; none where only a name occurs. */
  readonly texts: number
}

/** Something that was done to the workspace as a whole; ids, codes and counts. */
export type SetupFact =
  | {
      readonly kind: 'person_erased'
      readonly person: PersonId
      readonly issues: number
      readonly texts: number
      readonly kept: readonly number[]
    }
  | {
      readonly kind: 'customer_erased'
      readonly issues: number
      readonly texts: number
      readonly kept: readonly number[]
    }
  | { readonly kind: 'held'; readonly issue: number }
  | { readonly kind: 'hold_lifted'; readonly issue: number }

export type SetupEvent = SetupFact & { readonly at: Date; readonly actor?: PersonId }

/** What belongs to a subject besides issues. */
export type Belongings = { readonly drafts: number; readonly requests: number }

/** Looking for what an erasure would touch; issues are looked through in runs of numbers, so that no statement is long. */
export type PrivacyQueries = {
  readonly highestIssue: (workspaceId: WorkspaceId) => Promise<number>
  /** Issues in which the person wrote or occurs, or that are the customer's; numbers from `from` to `to`. */
  readonly touched: (
    workspaceId: WorkspaceId,
    subject: Subject,
    from: number,
    to: number,
  ) => Promise<readonly Touched[]>
  readonly person: (workspaceId: WorkspaceId, id: PersonId) => Promise<KnownPerson | undefined>
  /** The customer of that key or name. */
  readonly customer: (workspaceId: WorkspaceId, keyOrName: string) => Promise<KnownCustomer | undefined>
  readonly belongings: (workspaceId: WorkspaceId, subject: Subject, requestsBefore: Date) => Promise<Belongings>
  /** Issues that are over, not on hold and still have words, and ended before an instant; the oldest first. */
  readonly endedBefore: (workspaceId: WorkspaceId, before: Date, limit: number) => Promise<readonly number[]>
  /** In the order in which it was done. */
  readonly setup: (workspaceId: WorkspaceId) => Promise<readonly SetupEvent[]>
}

export type KnownPerson = {
  readonly id: PersonId
  readonly name: string
  readonly active: boolean
  readonly erased: boolean
}

export type KnownCustomer = { readonly id: string; readonly name: string }

/** Taking words and names away, as a part of a piece of work. */
export type PrivacyRepository = {
  /** Texts of an issue that are not erased yet: all, and those of one author; `gone` once all of them were erased. */
  readonly textsLeft: (
    issue: number,
    author?: PersonId,
  ) => Promise<{ readonly all: number; readonly theirs: number; readonly gone: boolean }>
  /** Empties the texts of an issue, or those of one author. */
  readonly redact: (issue: number, at: Date, author?: PersonId) => Promise<void>
  /** The name of a person is forgotten, and not learnt again. */
  readonly forgetPerson: (person: PersonId, at: Date) => Promise<void>
  /** Makes sure of somebody without a name who stands in a customer's place; answers the id. */
  readonly nobodyFor: (customer: string) => Promise<string>
  /** The customer goes, unless an issue is still theirs. */
  readonly forgetCustomer: (customer: string) => Promise<void>
  /** Words on their way into forms go, and answers to deliveries from before an instant. */
  readonly dropBelongings: (subject: Subject, requestsBefore: Date) => Promise<void>
  readonly noteSetup: (event: SetupEvent) => Promise<void>
}

/** Deliveries of Slack that are kept: what was worked on for a day, what waits until it was. */
export type StoredDeliveries = {
  /**
   * Empties those that a person caused, or those worked on already that name a customer; answers how many, and how many
   * more are under way right now.
   */
  readonly forget: (
    workspaceId: WorkspaceId,
    whose: { readonly person: PersonId } | { readonly name: string },
  ) => Promise<{ readonly emptied: number; readonly underWay: number }>
}
