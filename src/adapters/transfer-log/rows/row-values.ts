import type { Layout } from '../columns/read-layout.ts'
import type { Role } from '../columns/roles.ts'
import { mistakeOn, quoted } from '../mistake.ts'
import { createTimes, type Times } from '../times/read-times.ts'

/** Throws a sentence when a row has more values than there are columns, or not all that are needed, the last at `last`. */
const rowCheck =
  (columns: number, last: number) =>
  (values: readonly string[], line: number): void => {
    if (values.length === columns) return
    const more = values.slice(columns).some((value) => value.trim() !== '')
    if (values.length > last && !more) return
    throw mistakeOn(
      line,
      `${values.length === 1 ? '1 value' : `${values.length} values`} where the first line names ${columns} columns. Is a separator or a quotation mark missing?`,
    )
  }

/** Reads what a row says in each role; empty where the file has no such column. */
export const createRowValues = (layout: Layout, needed: readonly Role[]) => {
  const { at, names } = layout
  const nameOf = (role: Role): string => names[at[role] ?? -1] ?? role
  const order = layout.order === 'month-first' ? 'month-first' : 'day-first'
  const times = { at: createTimes(nameOf('at'), order), opened: createTimes(nameOf('opened'), order) }
  const resolved = createTimes(nameOf('resolved'), order)
  const text = (values: readonly string[], role: Role): string => {
    const place = at[role]
    return place === undefined ? '' : (values[place] ?? '')
  }

  const time = (values: readonly string[], role: 'opened' | 'resolved', line: number): number => {
    if (at[role] === undefined) return Number.NaN
    return (role === 'opened' ? times.opened : resolved).read(text(values, role), line)
  }

  return {
    check: rowCheck(names.length, Math.max(...needed.map((role) => at[role] ?? 0))),
    text,
    has: (role: Role): boolean => at[role] !== undefined,
    opened: (values: readonly string[], line: number): number => time(values, 'opened', line),
    resolved: (values: readonly string[], line: number): number => time(values, 'resolved', line),
    /** When the case came to the team; NaN where the file has no such column. Throws a sentence where the time is missing. */
    moved: (values: readonly string[], line: number): number => {
      if (at.at === undefined) return Number.NaN
      const found = times.at.read(text(values, 'at'), line)
      if (Number.isNaN(found)) throw mistakeOn(line, `the time is missing in the column ${quoted(nameOf('at'))}.`)
      return found
    },
    caseId: (values: readonly string[], line: number): string => {
      const id = text(values, 'case').trim()
      if (id === '') throw mistakeOn(line, `the case is missing in the column ${quoted(nameOf('case'))}.`)
      return id
    },
    periods: { opened: (): ReturnType<Times['period']> => times.opened.period(), moved: () => times.at.period() },
  }
}

export type RowValues = ReturnType<typeof createRowValues>
