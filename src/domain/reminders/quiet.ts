import type { Council } from '../council.ts'
import { departmentOf } from '../council.ts'
import type { Issue } from '../issue/issue.ts'
import type { Calendar } from '../time/calendar.ts'
import { addWorkingTime } from '../time/working-time.ts'
import { runsAlways } from './hours.ts'

const always = new WeakMap<Calendar, Calendar>()

/** The time in which an issue's department has to act: its hours, or every hour for an urgent one with somebody on call. */
const clockOf = (council: Council, issue: Pick<Issue, 'severity' | 'department'>): Calendar => {
  const calendar = departmentOf(council, issue.department)?.calendar ?? council.calendar
  if (!runsAlways(council, issue)) return calendar
  const open = always.get(calendar) ?? { ...calendar, hours: 'always' as const }
  always.set(calendar, open)
  return open
}

/** What has to be known of an issue to say whether it is quiet. */
export type Heard = Pick<Issue, 'state' | 'severity' | 'lastUpdateAt'> & {
  readonly department?: string
  readonly handover?: unknown
  readonly decision?: { readonly review: boolean }
  readonly wait?: { readonly until?: Date }
}

/** Since when something should be heard of it: its last update, or the day on which its owner is woken up. */
const heardSince = ({ lastUpdateAt, wait }: Heard): Date =>
  wait?.until !== undefined && wait.until > lastUpdateAt ? wait.until : lastUpdateAt

const updateDueAt = (council: Council, issue: Heard): Date =>
  addWorkingTime(clockOf(council, issue), heardSince(issue), council.rules.updateWithin[issue.severity])

/**
 * When a claimed issue becomes quiet if nobody updates it: `update_within` after the last update, and not before the day
 * until which it waits. Undefined for others, and while another department has to answer or the council to choose; what
 * moved at once is worked on meanwhile.
 */
export const quietAt = (council: Council, issue: Heard): Date | undefined =>
  issue.state !== 'claimed' || issue.handover !== undefined || issue.decision?.review === false
    ? undefined
    : updateDueAt(council, issue)

/** When the owner of a solved issue is asked whether the customer was told: `update_within` after the last update. */
export const untoldAt = (council: Council, issue: Heard): Date | undefined =>
  issue.state !== 'resolved' || issue.handover !== undefined ? undefined : updateDueAt(council, issue)

/** Whether an issue shows as quiet: claimed, and without an update for too long. */
export const isQuiet = (council: Council, issue: Heard, now: Date): boolean => {
  const at = quietAt(council, issue)
  return at !== undefined && at <= now
}
