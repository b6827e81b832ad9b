import { CronExpressionParser } from 'cron-parser'
import { instantOf, latestWallTime } from '#domain/time/zoned-time.ts'

/** One coming round of a schedule: the time on the wall, which names it, and the instant at which it is due. */
export type Slot = { readonly local: string; readonly at: Date }

/**
 * The schedule runs on a wall clock without summer time, so that each scheduled time comes exactly once; only then is it
 * looked up in the zone: a repeated hour counts when it first passes, a skipped time when the gap ends.
 */
const wallSchedule = (cron: string, wall: number) =>
  CronExpressionParser.parse(cron, { currentDate: new Date(wall), tz: 'UTC' })

const slot = (timeZone: string, wall: number): Slot => ({
  local: new Date(wall).toISOString().slice(0, 19),
  at: instantOf(timeZone, wall),
})

const orNone = (find: () => Slot): Slot | undefined => {
  try {
    return find()
  } catch {
    return undefined
  }
}

/**
 * The last slot that was due by `now`, or undefined when `cron` (five fields, or six with seconds in front) never comes
 * round. Throws RangeError for an unknown zone.
 */
export const latestSlot = (cron: string, timeZone: string, now: Date): Slot | undefined => {
  const shown = latestWallTime(timeZone, now)
  return orNone(() =>
    slot(
      timeZone,
      wallSchedule(cron, shown + 1)
        .prev()
        .getTime(),
    ),
  )
}

/** The first slot that is due after `now`, or undefined as for `latestSlot`. Throws RangeError for an unknown zone. */
export const nextSlot = (cron: string, timeZone: string, now: Date): Slot | undefined => {
  const shown = latestWallTime(timeZone, now)
  return orNone(() => slot(timeZone, wallSchedule(cron, shown).next().getTime()))
}
