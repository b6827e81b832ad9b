import type { Council, PersonId } from '#domain/council.ts'
import type { IssueEvent } from '#domain/issue/events.ts'
import type { Issue, Source } from '#domain/issue/issue.ts'
import type { Person } from '#domain/people.ts'
import type { Digest } from '#domain/week/digest.ts'
import type { Message, Post, PostDraft } from './messages/message.ts'
import type { Queries } from './queries.ts'
import type { Channel, Draft, IssueStory } from './read-models.ts'

/** A Slack team id. */
export type WorkspaceId = string

/** The time now; the only source of it. */
export type Clock = { readonly now: () => Date }

/** Ids that are unique and sort in the order in which they were given. */
export type Ids = { readonly next: () => string }

/** Whose data a piece of work may touch, and the delivery it answers: a repeat gets the first one's answer. */
export type Scope = { readonly workspaceId: WorkspaceId; readonly request?: string }

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

/**
 * Runs work in one transaction of at most 2.5 s and answers what it answers. A delivery that was carried out before is
 * not carried out again; work that lost a race for an issue is run again on what the winner left.
 */
export type UnitOfWork = <T extends Json | undefined>(scope: Scope, work: (tx: Tx) => Promise<T>) => Promise<T>

/** Reads outside of a transaction; nothing is written. */
export type Read = <T>(workspaceId: WorkspaceId, work: (tx: Tx) => Promise<T>) => Promise<T>

/** All that work in a transaction can reach: its workspace's rows and the job queue; Slack cannot be reached. */
export type Tx = {
  readonly councils: CouncilRepository
  readonly issues: IssueRepository
  readonly people: PeopleRepository
  readonly customers: CustomerRepository
  readonly drafts: DraftRepository
  readonly posts: PostRepository
  readonly reminders: ReminderRepository
  readonly digests: DigestRepository
}

export type CouncilRepository = {
  /** The council in force; throws `no_council`. */
  readonly current: () => Promise<Council>
  readonly find: () => Promise<Council | undefined>
  /** Adds a version when it differs from the one in force; answers whether it did. */
  readonly apply: (council: Council, at: Date, by?: PersonId) => Promise<boolean>
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
  /** When the tick looks at an issue again; not a change of the issue. */
  readonly lookAgain: (number: number, at: Date | undefined) => Promise<void>
  /** The departments suggested to the chair when the issue was last left to them, best first. */
  readonly suggestionsFor: (number: number) => Promise<readonly string[]>
}

export type PeopleRepository = {
  /** What is known of the people named; those Slack was never asked about are missing. */
  readonly byIds: (ids: readonly PersonId[]) => Promise<ReadonlyMap<PersonId, Person>>
}

export type CustomerRepository = {
  /** The id of the customer of that name, compared without regard to case and spaces; made when there is none. */
  readonly idFor: (name: string) => Promise<string>
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
  /** Queues every live message about an issue to be brought up to date. */
  readonly refresh: (issue: number) => Promise<void>
  /** The issue that a message of the bot at this place is about. */
  readonly issueAt: (channel: string, ts: string) => Promise<number | undefined>
}

export type ReminderRepository = {
  /** The rungs climbed in a round of asking. */
  readonly climbed: (issue: number, round: number) => Promise<readonly string[]>
  /** False when that rung was climbed before. */
  readonly climb: (issue: number, round: number, rung: string, at: Date) => Promise<boolean>
}

/** A scheduled time as it stands on the wall of its zone. */
export type DigestSlot = { readonly local: string; readonly timeZone: string }

export type DigestRepository = {
  readonly isPosted: (slot: DigestSlot) => Promise<boolean>
  /** False when that slot has its digest. */
  readonly claimSlot: (slot: DigestSlot, at: Date, digest: Digest) => Promise<boolean>
}

/** What the worker keeps of messages, outside of a use case's transaction. */
export type PostLedger = {
  readonly find: (workspaceId: WorkspaceId, key: string) => Promise<Post | undefined>
  /** Notes that a message is about to be sent; done before each call. */
  readonly noteAttempt: (workspaceId: WorkspaceId, key: string, at: Date) => Promise<void>
  readonly noteShown: (workspaceId: WorkspaceId, key: string, shown: ShownPost) => Promise<void>
  /** Notes that Slack has the message no more: from now on it is as one that was never sent. */
  readonly noteGone: (workspaceId: WorkspaceId, key: string) => Promise<void>
}

export type ShownPost = {
  readonly channel?: string
  readonly ts?: string
  readonly link?: string
  readonly content?: string
  readonly live: boolean
}

/** Slack as the place where messages stand. Its failures are `DeliveryError`s. */
export type Messenger = {
  /** Posts a message marked with its key, and answers where it stands. */
  readonly post: (to: Destination, key: string, message: Message) => Promise<Standing>
  readonly update: (at: Standing, key: string, message: Message) => Promise<void>
  /** The message marked with this key that was sent after the time given, if Slack has it. */
  readonly find: (to: Destination, key: string, after: Date) => Promise<Standing | undefined>
  /** A fingerprint of what would be shown; equal fingerprints need no update. */
  readonly fingerprint: (message: Message) => string
  readonly linkTo: (at: Standing) => Promise<string | undefined>
}

/** Where to post: a channel, or a person's direct messages; `threadTs` in a thread there. */
export type Destination = { readonly place: string; readonly threadTs?: string }

export type Standing = { readonly channel: string; readonly ts: string }

/** People and channels as Slack knows them, remembered. Unknown when Slack does not answer in time. */
export type Directory = {
  readonly person: (workspaceId: WorkspaceId, id: PersonId) => Promise<Person | undefined>
  readonly channel: (workspaceId: WorkspaceId, id: string) => Promise<Channel | undefined>
  /** A permanent link to a message, when Slack gives one. */
  readonly linkTo: (channel: string, ts: string) => Promise<string | undefined>
  /** The text of a message the bot may read; in a thread when `threadTs` is given. */
  readonly messageText: (channel: string, ts: string, threadTs?: string) => Promise<string | undefined>
}

/** Gives issue numbers, outside of any transaction: gaps are allowed, repeats are not. */
export type IssueNumbers = { readonly next: (workspaceId: WorkspaceId) => Promise<number> }

/** Cron slots: the latest at or before a time. */
export type Schedule = {
  readonly latestSlot: (
    cron: string,
    timeZone: string,
    now: Date,
  ) => { readonly local: string; readonly at: Date } | undefined
}

/** When the bot first served the workspace: no digest is posted for a slot before that. */
export type Workspaces = { readonly firstStartedAt: (workspaceId: WorkspaceId) => Promise<Date | undefined> }

export type Ports = {
  readonly clock: Clock
  readonly ids: Ids
  readonly unitOfWork: UnitOfWork
  readonly read: Read
  readonly queries: Queries
  readonly directory: Directory
  readonly messenger: Messenger
  readonly posts: PostLedger
  readonly numbers: IssueNumbers
  readonly schedule: Schedule
  readonly workspaces: Workspaces
}
