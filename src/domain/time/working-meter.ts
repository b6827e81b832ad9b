import type { Calendar } from './calendar.ts'
import { hasHours, workingDay } from './working-days.ts'
import { addLocalDays, localDate, localDates } from './zoned-time.ts'

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
  /** Of all days before. */
  const before: number[] = [0]
  const zone = calendar.timeZone
  for (const date of localDates(localDate(zone, period.from), addLocalDays(localDate(zone, period.to), 1))) {
    const day = workingDay(calendar, date)
    if (!day) continue
    opens.push(day.opens.getTime())
    closes.push(day.closes.getTime())
    before.push((before.at(-1) ?? 0) + day.closes.getTime() - day.opens.getTime())
  }
  /** Working time before an instant, of the days that were looked up. */
  const worked = (at: number): number => {
    let [low, high] = [0, opens.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((opens[middle] ?? 0) < at) low = middle + 1
      else high = middle
    }
    const day = low - 1
    return day < 0 ? 0 : (before[day] ?? 0) + Math.min(at, closes[day] ?? 0) - (opens[day] ?? 0)
  }
  return (from, to) => Math.max(0, worked(cut(to)) - worked(cut(from)))
}
