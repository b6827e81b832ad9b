import type { PersonId } from '../council.ts'
import type { Circumstances, Decision } from '../decisions/decision.ts'
import { DomainError } from '../errors.ts'
import type { Issue } from '../issue/issue.ts'
import { hasHours } from '../time/working-days.ts'
import { nextWorkingInstant } from '../time/working-time.ts'
import { addLocalDays, localDate, startOfLocalDay } from '../time/zoned-time.ts'
import { isCurrent } from './due.ts'
import { atAnyHour, hoursOf } from './hours.ts'
import type { LedgerRow } from './reminder.ts'

export const snoozes = ['1h', 'tomorrow', 'next_week'] as const

/** For how long a reminder is put off. */
export type Snooze = (typeof snoozes)[number]

const hourMs = 3_600_000

const wallUntil = (snooze: Exclude<Snooze, '1h'>, now: Date): Date =>
  new Date(now.getTime() + (snooze === 'tomorrow' ? 24 : 7 * 24) * hourMs)

/** When somebody hears of it again: in their hours, of tomorrow or of the next week. */
export const snoozedUntil = (
  snooze: Snooze,
  person: PersonId,
  issue: Issue,
  { council, people, now }: Circumstances,
): Date => {
  const calendar = hoursOf(council, person, people.get(person))
  const inAnHour = new Date(now.getTime() + hourMs)
  if (snooze === '1h') return atAnyHour(council, issue, person) ? inAnHour : nextWorkingInstant(calendar, inAnHour)
  if (!hasHours(calendar)) return wallUntil(snooze, now)
  const { timeZone } = calendar
  const today = localDate(timeZone, now)
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7
  const day = addLocalDays(today, snooze === 'tomorrow' ? 1 : 7 - weekday)
  return nextWorkingInstant(calendar, startOfLocalDay(timeZone, day))
}

/** The rows that say the same once more, and the decision that notes it in the timeline. */
export type Snoozed = { readonly decision: Decision; readonly rows: readonly LedgerRow[] }

/** The latest row of each reminder: one that was put off before has several. */
const latest = (rows: readonly LedgerRow[]): readonly LedgerRow[] =>
  rows.filter(
    (row) => !rows.some((other) => other.kind === row.kind && other.state === row.state && other.again > row.again),
  )

/**
 * Puts off what a person was reminded of about an issue; afterwards it is due once more, if it is still so. One that is
 * put off already gets the new time. Throws `nothing_to_snooze` when they were reminded of nothing that is still open.
 */
export const snoozeReminders = (
  issue: Issue,
  ledger: readonly LedgerRow[],
  { by, snooze }: { readonly by: PersonId; readonly snooze: Snooze },
  circumstances: Circumstances,
): Snoozed => {
  const until = snoozedUntil(snooze, by, issue, circumstances)
  const open = latest(ledger.filter((row) => row.person === by && row.issue === issue.number)).filter(
    (row) => isCurrent(row, issue, circumstances) && (row.sentAt !== undefined || row.again > 0),
  )
  if (open.length === 0) throw new DomainError('nothing_to_snooze', { number: issue.number })
  const rows = open.map(({ sentAt, post: _, ...row }) => ({
    ...row,
    again: sentAt === undefined ? row.again : row.again + 1,
    sendAt: until,
  }))
  const event = { kind: 'snoozed' as const, at: circumstances.now, actor: by, person: by, until }
  return { decision: { issue, events: [event] }, rows }
}
