import type { Council, PersonId } from '#domain/council.ts'
import type { IssueEvent } from '#domain/issue/events.ts'
import type { Issue, Source } from '#domain/issue/issue.ts'
import type { Absence, Person } from '#domain/people.ts'
import type { LedgerEvent } from '#domain/time-ledger/standing.ts'
import type { Digest } from '#domain/week/digest.ts'
import type { Period } from '#domain/week/scorecard.ts'
import type { Customer } from './customers/customer.ts'
import type { Departure, OwnedIssues } from './departures.ts'
import type { PostDraft } from './messages/message.ts'
import type { Standing } from './messages/posting.ts'
import type { PrivacyRepository } from './privacy/privacy.ts'
import type { Draft, IssueStory, Viewer } from './read-models.ts'
import type { ReminderRepository } from './reminders/ledger.ts'

/** All that work in a transaction can reach: its workspace's rows and the job queue; Slack cannot be reached. */
export type Tx = {
  readonly councils: CouncilRepository
  readonly issues: IssueRepository
  readonly people: PeopleRepository
  readonly customers: CustomerRepository
  readonly drafts: DraftRepository
  readonly posts: PostRepository
  readonly closedPlaces: ClosedPlaceRepository
  readonly reminders: ReminderRepository
  readonly digests: DigestRepository
  readonly departures: DepartureRepository
  readonly privacy: PrivacyRepository
}

export type CouncilRepository = {
  /** The council in force; throws `no_council`. */
  readonly current: () => Promise<Council>
  readonly find: () => Promise<Council | undefined>
  /** Adds a version when it differs from the one in force; answers whether it did. */
  readonly apply: (council: Council, at: Date, by?: PersonId) => Promise<boolean>
  /** Every version that was applied, in order. */
  readonly versions: () => Promise<
    readonly { readonly version: number; readonly at: Date; readonly by?: PersonId; readonly council: Council }[]
  >
}

export type IssueRepository = {
  /** Throws `issue_unknown`. */
  readonly get: (number: number) => Promise<Issue>
  readonly findBySource: (source: Source) => Promise<number | undefined>
  /** Stores an issue and its events, handover and words together; throws `LostRace` when another change came first. */
  readonly save: (
    before: Issue | undefined,
    after: Issue,
    events: readonly IssueEvent[],
    nextLookAt?: Date,
  ) => Promise<void>
  /** With the names of everyone in it; those who could still be asked for it too when the council is given. */
  readonly story: (number: number, council?: Council) => Promise<IssueStory>
  /** The stories of several issues, in the order of the numbers; of those that there are. */
  readonly stories: (numbers: readonly number[]) => Promise<readonly IssueStory[]>
  /** The departments suggested to the chair when the issue was last left to them, best first. */
  readonly suggestionsFor: (number: number) => Promise<readonly string[]>
}

export type PeopleRepository = {
  /** What is known of the people named; those Slack was never asked about are missing. */
  readonly byIds: (ids: readonly PersonId[]) => Promise<ReadonlyMap<PersonId, Person>>
  /** The full members who go by this name or handle, without regard to case. */
  readonly called: (name: string) => Promise<readonly Person[]>
  /** Notes what a person says of being away, and that their issues have to be looked at. */
  readonly away: (person: PersonId, absence: Absence) => Promise<void>
  /** Forgets that again: they are here. */
  readonly back: (person: PersonId, at: Date) => Promise<void>
  /** The tick looks at what is theirs at that time. */
  readonly lookAfter: (person: PersonId, at: Date) => Promise<void>
  /** That was done: the next time, or none; nothing when more has happened since `changes`. */
  readonly lookedAfter: (person: PersonId, changes: number, next: Date | undefined) => Promise<void>
}

export type DepartureRepository = {
  readonly get: (id: string) => Promise<Departure | undefined>
  /** Those of a person that are not settled yet. */
  readonly openOf: (person: PersonId) => Promise<readonly Departure[]>
  /** Opens one; work in which another was opened meanwhile for the same person and department has lost the race. */
  readonly open: (departure: Departure) => Promise<void>
  readonly end: (id: string, at: Date) => Promise<void>
  /** The first open issues of a department that a person answers for, and how many there are in all. */
  readonly issuesOf: (person: PersonId, department: string, limit: number) => Promise<OwnedIssues>
  /** The departments of the open issues that a person answers for. */
  readonly departmentsOf: (person: PersonId) => Promise<readonly string[]>
}

export type CustomerRepository = {
  /** The customer whom a name means, now or before, without regard to case and spaces; made when there is none. */
  readonly named: (name: string) => Promise<Customer>
  /** A customer of whom the viewer may know. */
  readonly find: (id: string, viewer: Viewer) => Promise<Customer | undefined>
  /** The customers' names of the issues given, by issue number. */
  readonly namesOf: (issues: readonly number[]) => Promise<Readonly<Record<number, string>>>
}

export type DraftRepository = {
  readonly keep: (draft: Draft, at: Date) => Promise<void>
  readonly find: (id: string) => Promise<Draft | undefined>
}

export type PostRepository = {
  /** Makes rows for messages that are new and queues all of them to be shown, in this order. */
  readonly show: (posts: readonly PostDraft[]) => Promise<void>
  /** The same for several issues, and for messages by their keys. */
  readonly refreshAll: (issues: readonly number[], keys: readonly string[]) => Promise<void>
  /** Queues those of these messages that are live to be brought up to date. */
  readonly touch: (keys: readonly string[]) => Promise<void>
  /** Queues every live message about an issue to be brought up to date; with `everything` also those that no longer change. */
  readonly refresh: (issue: number, everything?: boolean) => Promise<void>
  /** The same for what tells of no one issue: the digests, and what the council was told of a person's place. */
  readonly refreshOthers: (person?: PersonId) => Promise<void>
  /**
   * A message that stood somewhere does no longer: unless it stands elsewhere by now, it is queued as if it had never been
   * sent. What is left of it where it cannot be changed now is kept in mind, and looked at again from the time given.
   */
  readonly showAnew: (post: PostDraft, stood: Standing, leftUntil?: Date) => Promise<void>
  /** Queues messages that wait for a closed place to be tried there once more: one of them, or those that are due. */
  readonly tryAgain: (
    which: { readonly key: string } | { readonly until: Date; readonly most: number },
  ) => Promise<void>
  /** The issue that a message of the bot at this place is about. */
  readonly issueAt: (channel: string, ts: string) => Promise<number | undefined>
}

/** A channel or person that takes no messages of ours: for how long, and when somebody last heard of it. */
export type ClosedPlace = { readonly since: Date; readonly toldAt: Date }

export type ClosedPlaceRepository = {
  readonly find: (place: string) => Promise<ClosedPlace | undefined>
  /** Work in which somebody else noted it meanwhile has lost the race. */
  readonly note: (place: string, before: ClosedPlace | undefined, after: ClosedPlace) => Promise<void>
}

/** A scheduled time as it stands on the wall of its zone. */
export type DigestSlot = { readonly local: string; readonly timeZone: string }

export type DigestRepository = {
  readonly isPosted: (slot: DigestSlot) => Promise<boolean>
  /** False when that slot has its digest. */
  readonly claimSlot: (slot: DigestSlot, at: Date, digest: Digest) => Promise<boolean>
  /** The timelines of all issues that were open at some time in a period, as the clock reads them. */
  readonly timelines: (period: Period) => AsyncIterable<readonly LedgerEvent[]>
}
