import type { PersonId } from '#domain/council.ts'
import type { WaitingIssue } from '#domain/week/digest-waiting.ts'
import type { IssueFacts } from '#domain/week/scorecard.ts'
import type { HomeLine, HomeQuestion } from './home.ts'
import type { WorkspaceId } from './ports.ts'
import type { IssueLine, Viewer } from './read-models.ts'

/** Reading many issues at once; each answers at most `limit` lines, each is one query. */
export type Queries = {
  readonly openIssues: (workspaceId: WorkspaceId, viewer: Viewer, limit: number) => Promise<readonly IssueLine[]>
  readonly mine: (workspaceId: WorkspaceId, person: PersonId, limit: number) => Promise<readonly IssueLine[]>
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
  /** Issues that are due for a look of the tick. */
  readonly due: (workspaceId: WorkspaceId, now: Date, limit: number) => Promise<readonly number[]>
}
