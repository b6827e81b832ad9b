import type { PersonId } from '#domain/council.ts'
import type { IssueEvent } from '#domain/issue/events.ts'
import type { Issue } from '#domain/issue/issue.ts'
import type { Waiting } from '#domain/reminders/batch.ts'
import type { Noted } from '#domain/reminders/recipient.ts'
import type { LedgerRow } from '#domain/reminders/reminder.ts'

/** An issue that the tick has to look at, with what the ledger has of it. */
export type Looked = { readonly issue: Issue; readonly noted: readonly Noted[] }

/** What a look has found: what is due, and when to look again. */
export type Look = {
  readonly issue: Issue
  readonly rows: readonly LedgerRow[]
  readonly nextLookAt: Date | undefined
}

/** A person's new message and what becomes of the rows that waited; the council's messages are no part of a budget. */
export type Sending = {
  readonly at: Date
  readonly messages: readonly { readonly person: PersonId; readonly day: string; readonly number: number }[]
  /** Rows that are sent now, or come along from the message before, with the key of the message they stand in. */
  readonly sent: readonly { readonly row: LedgerRow; readonly post: string }[]
  readonly along: readonly { readonly row: LedgerRow; readonly post: string }[]
  readonly settled: readonly LedgerRow[]
  readonly later: readonly { readonly row: LedgerRow; readonly at: Date }[]
  /** What the timelines of the issues say of it. */
  readonly told: readonly { readonly issue: Issue; readonly events: readonly IssueEvent[] }[]
}

/** What a message of reminders shows: its rows, and whether it is the person's newest. */
export type Shown = {
  readonly newest: boolean
  readonly rows: readonly LedgerRow[]
  /** Rows that say the same once more, later. */
  readonly putOff: readonly LedgerRow[]
}

/** Somebody for whom something waits: issues whose threads have to be read first, other things, or both. */
export type WaitingPerson = { readonly person: PersonId; readonly quiet: boolean; readonly other: boolean }

/** The ledger of reminders. What loses a race is decided again on what the winner left. */
export type ReminderRepository = {
  /** Issues whose look is due, longest first. */
  readonly toLookAt: (now: Date, limit: number) => Promise<readonly Looked[]>
  /** Notes what was found; an issue that has changed meanwhile is left out, and stays due. */
  readonly note: (looks: readonly Look[]) => Promise<void>
  /** Those for whom something waits whose time has come, longest first. */
  readonly personsWaiting: (now: Date) => Promise<readonly WaitingPerson[]>
  readonly waitingFor: (persons: readonly PersonId[], now: Date) => Promise<readonly Waiting[]>
  readonly issues: (numbers: readonly number[]) => Promise<ReadonlyMap<number, Issue>>
  readonly send: (sending: Sending) => Promise<void>
  /** Takes a message back that never stood anywhere: what was sent with it at that time waits anew. */
  readonly takeBack: (post: string, sentAt: Date, now: Date) => Promise<void>
  readonly shownIn: (post: string, person: PersonId) => Promise<Shown>
  /** What the ledger has of an issue for a person. */
  readonly of: (issue: number, person: PersonId) => Promise<readonly LedgerRow[]>
  /** Puts rows off: new ones wait until their time, those that wait already get the new time. */
  readonly putOff: (rows: readonly LedgerRow[]) => Promise<void>
}

/** The key of the n-th message of reminders on a person's day. */
export const batchKey = (person: PersonId, day: string, number: number): string => `reminder:${person}:${day}:${number}`
