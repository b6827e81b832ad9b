import type { Period } from '#domain/transfer-audit/transfer-audit.ts'
import { mistakeOn, quoted } from '../mistake.ts'
import { type DayOrder, orderShownBy } from './read-date.ts'
import { isNoValue, isoOf, type Moment, timeIn } from './read-time.ts'

const example = '2016-02-29 01:16, 2016-02-29T01:16:00+01:00, 29/2/2016 01:16 or seconds since 1970'

const noTime = (text: string, column: string, order: DayOrder, line: number): Error => {
  const other = order === 'day-first' ? 'month-first' : 'day-first'
  const shown = orderShownBy(text)
  const turned = shown === other && timeIn(text, other) !== undefined
  const advice = turned
    ? `with the day ${order === 'day-first' ? 'first' : 'second'}, as other times of this file are read. If all of them are the other way round, say --${other}.`
    : `that I can read. Times look like ${example}.`
  return mistakeOn(line, `${quoted(text)} in the column ${quoted(column)} is no time ${advice}`)
}

/** Reads the times of one column, and remembers the earliest and the latest. */
export const createTimes = (column: string, order: DayOrder) => {
  let text = ''
  let known = Number.NaN
  let earliest: Moment | undefined
  let latest: Moment | undefined
  return {
    /** An instant in milliseconds; NaN where nothing is written. Throws a sentence with the line when it is no time. */
    read: (given: string, line: number): number => {
      if (given === text) return known
      const empty = isNoValue(given)
      const moment = empty ? undefined : timeIn(given, order)
      if (!empty && !moment) throw noTime(given, column, order, line)
      text = given
      known = moment?.at ?? Number.NaN
      if (moment && !(moment.at >= (earliest?.at ?? Number.POSITIVE_INFINITY))) earliest = moment
      if (moment && !(moment.at <= (latest?.at ?? Number.NEGATIVE_INFINITY))) latest = moment
      return known
    },
    period: (): Period | undefined => (earliest && latest ? { from: isoOf(earliest), to: isoOf(latest) } : undefined),
  }
}

export type Times = ReturnType<typeof createTimes>
