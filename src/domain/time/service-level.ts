import type { Council } from '../council.ts'
import type { Severity } from '../severity.ts'
import { addWorkingTime } from './working-time.ts'

/** When the customer of an issue should have been told: `resolve_within` of the strictest severity, in council hours. */
export const deadlineOf = (council: Council, flaggedAt: Date, strictest: Severity): Date =>
  addWorkingTime(council.calendar, flaggedAt, council.rules.resolveWithin[strictest])
