import type { PersonId } from '../council.ts'

/**
 * What somebody is reminded of: a claim, an update, telling the customer, an answer to a handover, to its receiver's
 * question or to a consult, a promise, a route, a wait, a decision.
 */
export type ReminderKind =
  | 'unclaimed'
  | 'quiet'
  | 'untold'
  | 'handover'
  | 'question'
  | 'consult'
  | 'promise'
  | 'unrouted'
  | 'wait'
  | 'decision'

/** Who is reminded where no person is: the council, in its channel. No Slack id looks like it. */
export const theCouncil = 'council'

/** A state of an issue that is reminded of once: from when on, and whom. */
export type Step = {
  readonly kind: ReminderKind
  /** Names the state among those of its issue and kind: it never comes back once the issue has moved on. */
  readonly state: string
  readonly dueAt: Date
  readonly persons: readonly PersonId[]
}

/** A reminder as the ledger names it. */
export type ReminderKey = {
  readonly issue: number
  readonly kind: ReminderKind
  readonly state: string
  /** A person, or the council. */
  readonly person: PersonId
  /** How often the same was put off before. */
  readonly again: number
}

/** A row of the ledger: it waits while it has a time to be sent at. */
export type LedgerRow = ReminderKey & {
  readonly dueAt: Date
  readonly sendAt?: Date
  readonly sentAt?: Date
  /** The message in which it stands. */
  readonly post?: string
}
