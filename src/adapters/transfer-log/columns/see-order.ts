import type { Log } from '../bytes/open-log.ts'
import type { OnRow } from '../csv/scan-rows.ts'
import { LogMistake, quoted } from '../mistake.ts'
import { type DayOrder, orderShownBy } from '../times/read-date.ts'
import { type Layout, timesOf } from './read-layout.ts'

/** Thrown to end a reading that has found what it looked for. */
class Seen extends Error {
  readonly order: DayOrder
  constructor(order: DayOrder) {
    super(order)
    this.name = 'Seen'
    this.order = order
  }
}

/** Looks through the whole file for a date that shows which number is the day. Throws a sentence when none does. */
export const seeOrder = async (log: Log, layout: Layout, look: (onRow: OnRow) => Promise<void>): Promise<DayOrder> => {
  let unclear = ''
  try {
    if (log.again)
      await look((row) => {
        for (const text of timesOf(layout, row)) {
          const order = orderShownBy(text)
          if (order === 'day-first' || order === 'month-first') throw new Seen(order)
          if (order === 'either' && unclear === '') unclear = text
        }
      })
  } catch (cause) {
    if (cause instanceof Seen) return cause.order
    throw cause
  }
  const example = unclear === '' ? 'A date like 3/4/2016' : quoted(unclear)
  throw new LogMistake(
    `${log.name}: ${example} can be the day first or the month first, and no date shows which. Say --day-first or --month-first.`,
  )
}
