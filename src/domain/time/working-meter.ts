import type { Calendar } from './calendar.ts'
import { everOpens, hasHours, workingDay } from './working-days.ts'
import { addLocalDays, localDate } from './zoned-time.ts'

/** Milliseconds of working time between two instants of a period; 0 when `to` is not later. */
export type WorkingMeter = (from: Date, to: Date) => number

/**
 * What `workingMillisBetween` says, for very many stretches of one period of a few weeks: the hours of its days are looked
 * up once. Stretches that reach beyond the period are cut there.
 */
export const workingMeter = (calendar: Calendar, period: { readonly from: Date; readonly to: Date }): WorkingMeter => {
  const [begin, end] = [period.from.getTime(), period.to.getTime()]
  const cut = (at: Date): number => Math.min(Math.max(at.getTime(), begin), end)
  if (!hasHours(calendar)) return (from, to) => Math.max(0, cut(to) - cut(from))
  const opens: number[] = []
  const closes: number[] = []
  const last = addLocalDays(localDate(calendar.timeZone, period.to), 1)
  for (
    let date = localDate(calendar.timeZone, period.from);
    everOpens(calendar) && date <= last;
    date = addLocalDays(date, 1)
  ) {
    const day = workingDay(calendar, date)
    if (!day) continue
    opens.push(day.opens.getTime())
    closes.push(day.closes.getTime())
  }
  return (from, to) => {
    const [first, until] = [cut(from), cut(to)]
    let sum = 0
    for (let i = 0; i < opens.length; i += 1)
      sum += Math.max(0, Math.min(closes[i] ?? 0, until) - Math.max(opens[i] ?? 0, first))
    return sum
  }
}
