import type { Council, PersonId } from '#domain/council.ts'
import type { Circumstances } from '#domain/decisions/decision.ts'
import { maySee } from '#domain/permissions.ts'
import { consultIn } from '#domain/reminders/consults.ts'
import { isCurrent } from '#domain/reminders/due.ts'
import { atAnyHour, hoursOf, reachableAt } from '#domain/reminders/hours.ts'
import type { LedgerRow, ReminderKind } from '#domain/reminders/reminder.ts'
import { localDate } from '#domain/time/zoned-time.ts'
import type { IssueStory } from '../read-models.ts'
import type { Shown } from '../reminders/ledger.ts'
import { choiceFor } from './deciding/deciding.ts'
import type { About } from './message.ts'

/** What is asked of somebody about an issue. */
export type Reason = { readonly kind: ReminderKind; readonly state: string }

/** An issue in a message of reminders: what is still asked about it; nothing once it is settled or put off. */
export type ReminderItem = About & {
  readonly reasons: readonly Reason[]
  readonly snoozedUntil?: Date
  /** What is still asked about it came along from an earlier message. */
  readonly along: boolean
}

export type Reminders = {
  readonly kind: 'reminders'
  readonly person: PersonId
  readonly name?: string
  readonly council: Council
  readonly now: Date
  /** False once a newer message has taken its place. */
  readonly newest: boolean
  /** When it was made, if it could not be sent until the person's hours or their day were over. */
  readonly late?: Date
  readonly items: readonly ReminderItem[]
}

/** By so much a message may be late and still go out after its person's hours; milliseconds. */
const mayBeLate = 15 * 60_000

/** The time at which a message was made that is too late to be sent now: their hours, or the day whose budget it is part of, are over. */
const lateSince = (
  person: PersonId,
  { rows }: Shown,
  items: readonly ReminderItem[],
  circumstances: Circumstances,
): Date | undefined => {
  const { council, people, now } = circumstances
  const made = new Date(Math.max(...rows.map(({ sentAt }) => sentAt?.getTime() ?? 0)))
  if (rows.length === 0 || now.getTime() - made.getTime() < mayBeLate) return undefined
  const { timeZone } = hoursOf(council, person, people.get(person))
  const urgent = items.some(({ story, along }) => !along && atAnyHour(council, story.issue, person))
  const at = reachableAt(circumstances, person, urgent)
  const inTime = at !== undefined && at <= now && localDate(timeZone, made) === localDate(timeZone, now)
  return inTime ? undefined : made
}

const isSame = (a: LedgerRow, b: LedgerRow): boolean =>
  a.issue === b.issue && a.kind === b.kind && a.state === b.state && a.person === b.person

/** Each question about an issue is asked by itself; of all else it is enough to be asked once. */
const isOfSame = (a: Reason, b: Reason): boolean =>
  a.kind === b.kind && (a.kind !== 'consult' || consultIn(a.state) === consultIn(b.state))

const itemOf = (
  rows: readonly LedgerRow[],
  { putOff, rows: all }: Shown,
  about: About,
  circumstances: Circumstances,
): ReminderItem => {
  const current = rows.filter((row) => isCurrent(row, about.story.issue, circumstances))
  const waiting = (row: LedgerRow) => putOff.find((other) => isSame(row, other) && other.again > row.again)
  const asked = current.filter((row) => waiting(row) === undefined)
  const reasons = asked.map(({ kind, state }) => ({ kind, state }))
  const snoozedUntil = current.map((row) => waiting(row)?.sendAt).find((at) => at !== undefined)
  const sentAt = (row: LedgerRow): number => row.sentAt?.getTime() ?? 0
  const newest = Math.max(...all.map(sentAt))
  return {
    ...about,
    reasons: reasons.filter((reason, i) => reasons.findIndex((other) => isOfSame(reason, other)) === i),
    ...(reasons.length > 0 || snoozedUntil === undefined ? {} : { snoozedUntil }),
    along: (asked.length > 0 ? asked : rows).every((row) => sentAt(row) < newest),
  }
}

/** What a message of reminders says now, issue by issue: those that came anew first. */
export const remindersOf = (
  person: PersonId,
  shown: Shown,
  stories: readonly IssueStory[],
  circumstances: Circumstances,
): Reminders => {
  const { council, people, now } = circumstances
  const reader = people.get(person)
  const items = stories
    .filter(({ issue }) => maySee(council, issue, person))
    .map((story) => {
      const choice = choiceFor(story, circumstances)
      const zone = reader === undefined ? {} : { readerZone: reader.timeZone }
      const about = { story, council, now, ...zone, ...(choice === undefined ? {} : { choice }) }
      const rows = shown.rows.filter(({ issue }) => issue === story.issue.number)
      return itemOf(rows, shown, about, circumstances)
    })
  const late = lateSince(person, shown, items, circumstances)
  return {
    kind: 'reminders',
    person,
    ...(reader === undefined ? {} : { name: reader.name }),
    council,
    now,
    newest: shown.newest,
    ...(late === undefined ? {} : { late }),
    items: items.toSorted((a, b) => Number(a.along) - Number(b.along)),
  }
}

/** Whether something of it can still be done, or comes again. */
export const hasOpenItems = ({ newest, items }: Reminders): boolean =>
  newest && items.some(({ reasons, snoozedUntil }) => reasons.length > 0 || snoozedUntil !== undefined)
