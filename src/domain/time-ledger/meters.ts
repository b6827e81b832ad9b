import type { Council } from '../council.ts'
import { calendarOf } from '../time/service-level.ts'
import { type WorkingMeter, workingMeter } from '../time/working-meter.ts'
import type { Period } from '../week/scorecard.ts'
import type { Segment } from './segments.ts'

/** The meter for each segment of a period: that of the department that has to act, the council's where there is none. */
export const metersOf = (council: Council, period: Period) => {
  const usual = new Map<string | undefined, WorkingMeter>()
  const urgent = new Map<string | undefined, WorkingMeter>()
  return ({ acting, severity }: Pick<Segment, 'acting' | 'severity'>): WorkingMeter => {
    const meters = severity === 'urgent' ? urgent : usual
    const known = meters.get(acting) ?? workingMeter(calendarOf(council, acting, severity), period)
    meters.set(acting, known)
    return known
  }
}
