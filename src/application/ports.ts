import type { PersonId } from '#domain/council.ts'
import type { Person } from '#domain/people.ts'
import type { Messenger, PostLedger } from './messages/posting.ts'
import type { PrivacyQueries, StoredDeliveries } from './privacy/privacy.ts'
import type { Queries } from './queries.ts'
import type { Channel } from './read-models.ts'
import type { Tx } from './repositories.ts'

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
 * Runs work and answers what it answers. All that it writes is carried out at its end, whole or not at all; it cannot
 * read it before. A delivery that was carried out before is not carried out again; work that lost a race for an issue is
 * run again on what the winner left.
 */
export type UnitOfWork = <T extends Json | undefined>(scope: Scope, work: (tx: Tx) => Promise<T>) => Promise<T>

/** Reads outside of a transaction; nothing is written. */
export type Read = <T>(workspaceId: WorkspaceId, work: (tx: Tx) => Promise<T>) => Promise<T>

/** People and channels as Slack knows them, remembered. Unknown when Slack does not answer in time. */
export type Directory = {
  readonly person: (workspaceId: WorkspaceId, id: PersonId) => Promise<Person | undefined>
  readonly channel: (workspaceId: WorkspaceId, id: string) => Promise<Channel | undefined>
  /** A permanent link to a message, when the workspace's address is known. */
  readonly linkTo: (channel: string, ts: string, threadTs?: string) => string | undefined
  /** The text of a message the bot may read; in a thread when `threadTs` is given. */
  readonly messageText: (channel: string, ts: string, threadTs?: string) => Promise<string | undefined>
  /**
   * Who answered in a thread since then, people only; none where there is no thread that we may read. Throws
   * `DeliveryError` when Slack cannot be asked.
   */
  readonly repliesSince: (channel: string, threadTs: string, since: Date) => Promise<readonly Reply[]>
}

/** That somebody answered in a thread; not what. */
export type Reply = { readonly person: PersonId; readonly at: Date }

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
  readonly privacy: PrivacyQueries
  readonly deliveries: StoredDeliveries
  readonly directory: Directory
  readonly messenger: Messenger
  readonly posts: PostLedger
  readonly numbers: IssueNumbers
  readonly schedule: Schedule
  readonly workspaces: Workspaces
}
