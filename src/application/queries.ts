import type { MovedIssue } from '#domain/bounces/moves.ts'
import type { PersonId } from '#domain/council.ts'
import type { WaitingIssue } from '#domain/week/digest-waiting.ts'
import type { IssueFacts } from '#domain/week/scorecard.ts'
import type { CustomerQueries } from './customers/queries.ts'
import type { HomeLine, HomeQuestion } from './home.ts'
import type { WorkspaceId } from './ports.ts'
import type { IssueLine, Viewer } from './read-models.ts'

/** An issue that somebody answers for; `dueAt` while others are asked to take it over because they are away. */
export type OwnedNumber = { readonly number: number; readonly dueAt: Date | null }

/** Whom the tick has to look after, and what is theirs. */
export type PeopleQueries = {
  readonly peopleDue: (
    workspaceId: WorkspaceId,
    now: Date,
    limit: number,
  ) => Promise<readonly { readonly person: PersonId; readonly changes: number }[]>
  /** The open issues that a person answers for, behind the number `after`. */
  readonly ownedBy: (
    workspaceId: WorkspaceId,
    person: PersonId,
    after: number,
    limit: number,
  ) => Promise<readonly OwnedNumber[]>
  /** The issues that a person is asked to claim. */
  readonly askedOf: (workspaceId: WorkspaceId, person: PersonId, limit: number) => Promise<readonly number[]>
}

/** Reading many issues at once; each answers at most `limit` lines, each is one query. */
export type Queries = PeopleQueries & {
  readonly customers: CustomerQueries
  readonly openIssues: (workspaceId: WorkspaceId, viewer: Viewer, limit: number) => Promise<readonly IssueLine[]>
  readonly mine: (workspaceId: WorkspaceId, person: PersonId, limit: number) => Promise<readonly IssueLine[]>
  /** The open issues of a customer that the viewer may see, but for one of them. */
  readonly ofCustomer: (
    workspaceId: WorkspaceId,
    viewer: Viewer,
    of: { readonly customer: string; readonly except: number },
    limit: number,
  ) => Promise<readonly IssueLine[]>
  /** A page of App Home: of the lists asked for, one after the other, each by number. */
  readonly home: (workspaceId: WorkspaceId, question: HomeQuestion) => Promise<readonly HomeLine[]>
  /** Issues without an owner, longest waiting first. */
  readonly unclaimed: (workspaceId: WorkspaceId, limit: number) => Promise<readonly WaitingIssue[]>
  /** One row of facts for each issue that touches the period. */
  readonly facts: (workspaceId: WorkspaceId, from: Date, to: Date) => Promise<readonly IssueFacts[]>
  /** Accepted handovers and bounces in the period. */
  readonly moves: (
    workspaceId: WorkspaceId,
    from: Date,
    to: Date,
  ) => Promise<{ readonly hops: number; readonly bounces: number }>
  /** The issues that somebody tried to move in the period, of those that the viewer may see, with all their moves. */
  readonly moved: (workspaceId: WorkspaceId, viewer: Viewer, from: Date, to: Date) => Promise<readonly MovedIssue[]>
}
