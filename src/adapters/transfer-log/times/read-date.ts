/** Which of the first two numbers of a date like 3/4/2016 is the day. */
export type DayOrder = 'day-first' | 'month-first'

/** The beginning of a day in milliseconds since 1970, and what stands behind the date. */
type Dated = { readonly at: number; readonly rest: string }

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/
const dayThenMonth = /^(?:[a-z]{3,9},?\s+)?(\d{1,2})[-\s.]+([a-z]{3})[a-z]*[-\s.,]+(\d{4}|\d{2})(?!\d)/i
const monthThenDay = /^(?:[a-z]{3,9},?\s+)?([a-z]{3})[a-z]*[\s.]+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/i

const dayOf = (year: number, month: number, day: number, rest: string): Dated | undefined => {
  const at = Date.UTC(year < 100 ? 2000 + year : year, month - 1, day)
  const found = new Date(at)
  return month >= 1 && month <= 12 && found.getUTCDate() === day && found.getUTCMonth() === month - 1
    ? { at, rest }
    : undefined
}

const namedMonth = (text: string): Dated | undefined => {
  const day = dayThenMonth.exec(text)
  if (day) {
    const month = months.indexOf((day[2] ?? '').toLowerCase()) + 1
    return dayOf(Number(day[3]), month, Number(day[1]), text.slice(day[0].length))
  }
  const named = monthThenDay.exec(text)
  if (!named) return undefined
  const month = months.indexOf((named[1] ?? '').toLowerCase()) + 1
  return dayOf(Number(named[3]), month, Number(named[2]), text.slice(named[0].length))
}

/** Which order a date shows that it is in; `either` when it could be both, undefined when that is no question. */
export const orderShownBy = (text: string): DayOrder | 'either' | undefined => {
  const found = yearLast.exec(text.trim())
  if (!found) return undefined
  const [first, second] = [Number(found[1]), Number(found[3])]
  if (found[2] === '.' || first > 12) return 'day-first'
  if (second > 12) return 'month-first'
  return first === second ? undefined : 'either'
}

/** The date at the beginning of a text; undefined when there is none, or none that the calendar knows. */
export const dateIn = (text: string, order: DayOrder): Dated | undefined => {
  const iso = yearFirst.exec(text)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]), text.slice(iso[0].length))
  const found = yearLast.exec(text)
  if (!found) return namedMonth(text)
  const [first, second] = [Number(found[1]), Number(found[3])]
  const [day, month] = order === 'day-first' || found[2] === '.' ? [first, second] : [second, first]
  return dayOf(Number(found[4]), month, day, text.slice(found[0].length))
}
