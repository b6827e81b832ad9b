export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

export type Weekday = (typeof weekdays)[number]

/** Minutes after local midnight, 0 to 1440; `from` is before `to`. */
export type WorkingHours = 'always' | { readonly days: readonly Weekday[]; readonly from: number; readonly to: number }

/**
 * When a department works: an IANA time zone, its hours, and when it does not: local dates (YYYY-MM-DD), and places such as
 * `DE-BY` whose public holidays it keeps; `publicHolidays` are the dates of those.
 */
export type Calendar = {
  readonly timeZone: string
  readonly hours: WorkingHours
  readonly holidays: readonly string[]
  readonly publicHolidays?: readonly string[]
}

/** Working time: seconds, minutes and hours as they are; one `d` is one working day, whatever its length. */
export type Duration = { readonly amount: number; readonly unit: 's' | 'm' | 'h' | 'd' }
