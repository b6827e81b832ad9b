import type { PersonId } from '#domain/council.ts'
import type { IssueEvent } from '#domain/issue/events.ts'
import type { Issue, IssueState, Source } from '#domain/issue/issue.ts'
import type { Wait } from '#domain/issue/wait.ts'

/** An issue with everything needed to tell about it. */
export type IssueStory = {
  readonly issue: Issue
  readonly customerName?: string
  readonly timeline: readonly TimelineEntry[]
  /** What was written about the issues that were merged into it, oldest issue first. */
  readonly joined?: readonly JoinedEntry[]
  /** The names of everyone who occurs in it. */
  readonly names: Readonly<Record<PersonId, string>>
}

/** An event of an issue that was merged into this one, with its words. */
export type JoinedEntry = TimelineEntry & { readonly number: number }

/** An event with its place in the timeline, and its words unless they were erased. */
export type TimelineEntry = IssueEvent & {
  readonly seq: number
  /** There were words, and they were erased. */
  readonly erased?: true
}

export type IssueLine = {
  readonly number: number
  readonly state: IssueState
  readonly severity: Issue['severity']
  readonly department?: string
  readonly stage?: string
  readonly owner?: PersonId
  readonly ownerName?: string
  readonly customerName?: string
  readonly flaggedAt: Date
  readonly nextStepBy?: Date
  readonly lastUpdateAt?: Date
  readonly words?: string
  readonly handover?: { readonly id: string; readonly to: string }
  /** It is for the council to choose where it ends, or to look at where it went. */
  readonly decision?: { readonly id: string; readonly review: boolean }
  readonly wait?: Pick<Wait, 'on' | 'department' | 'until'>
}

/** Who looks: restricted issues show only to those they concern. */
export type Viewer = { readonly person: PersonId; readonly departments: readonly string[]; readonly council: boolean }

export type Draft = {
  readonly id: string
  readonly author: PersonId
  readonly text: string
  readonly source?: DraftSource
}

/** Where words in a form came from; `restricted` when that place is private. */
export type DraftSource = Partial<Source> & { readonly place?: string; readonly restricted: boolean }

export type Channel = {
  readonly id: string
  readonly name: string
  readonly private: boolean
  /** With people of other companies in it. */
  readonly shared: boolean
}
