import type { Council, PersonId } from '#domain/council.ts'
import type { Issue } from '#domain/issue/issue.ts'

/** Deactivated in Slack, no full member any more, gone from the department's channel, or no longer named in the department by the council. */
export type DepartureWhy = 'deactivated' | 'not_member' | 'left_channel' | 'left_department'

/** Somebody is gone from a department, and what was theirs there is given to others. */
export type Departure = {
  readonly id: string
  readonly person: PersonId
  readonly department: string
  readonly why: DepartureWhy
  readonly at: Date
  /** Who was asked to give what was theirs to others. */
  readonly told: readonly PersonId[]
  readonly endedAt?: Date
}

/** An open issue of somebody who left, as a line. */
export type OwnedIssue = Pick<Issue, 'number' | 'severity' | 'stage' | 'flaggedAt'> & {
  readonly state: 'claimed' | 'resolved'
  readonly customerName?: string
}

export type OwnedIssues = { readonly issues: readonly OwnedIssue[]; readonly total: number }

/** A person and what they are called. */
export type Named = { readonly id: PersonId; readonly name: string }

/** A place in the journey map that names somebody who left, and who could be named instead. */
export type CellLeft = {
  readonly stage: string
  readonly region?: string
  readonly role: 'owner' | 'backup'
  readonly next?: Named
}

/** What somebody left behind in a department, as one person reads it who can give it to others. */
export type LeftBehind = {
  readonly id: string
  readonly person: PersonId
  readonly council: Council
  readonly department: string
  readonly gone: Named
  readonly why: DepartureWhy
  /** While something is left to be given away. */
  readonly open: boolean
  readonly issues: readonly (OwnedIssue & { readonly next?: Named })[]
  /** How many issues there are besides those. */
  readonly more: number
  readonly cells: readonly CellLeft[]
  /** Other duties for which the council names them. */
  readonly duties: readonly Duty[]
  readonly now: Date
}

/** What only a new council file changes. */
export type Duty = 'chair' | 'deputy' | 'council' | 'lead' | 'member' | 'on_call'
