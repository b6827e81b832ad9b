import { createRowScanner, separatorIn } from '../csv/scan-rows.ts'
import { LogMistake, quoted } from '../mistake.ts'
import { type DayOrder, orderShownBy } from '../times/read-date.ts'
import { isNoValue, timeIn } from '../times/read-time.ts'
import { type Columns, findCaseColumns, findColumns, type Named } from './find-columns.ts'
import { bareName } from './roles.ts'
import { isTeamField } from './shapes.ts'

/** What somebody said about a file on the command line. */
export type Said = {
  readonly columns: Named
  readonly separator?: string
  readonly pathSeparator?: string
  readonly fieldIs?: string
  readonly order?: DayOrder
}

/** The beginning of a file, and whether that is all of it. */
export type Head = { readonly text: string; readonly whole: boolean }

/** A column that is called like a time, and what it holds instead. */
type PassedOver = { readonly role: 'opened' | 'resolved'; readonly name: string; readonly holds: string }

/** How a file is laid out, as far as its beginning tells. */
export type Layout = Columns & {
  readonly names: readonly string[]
  readonly separator: string
  readonly pathSeparator: string
  /** Which of 3/4/2016 is the day: known, no question, or not to be seen yet. */
  readonly order: DayOrder | 'unseen' | undefined
  readonly passedOver: readonly PassedOver[]
  /** Whether a value of the column that names the changed field is about the team. */
  readonly aboutTeam: (field: string) => boolean
}

/** Signs between the teams of a path; the longer ones first. */
const arrows = ['->', '=>', '→', '»', '>', '|', ';'] as const

const pathSeparatorIn = (paths: readonly string[]): string => {
  const count = (sign: string): number => paths.filter((path) => path.includes(sign)).length
  const best = arrows.toSorted((a, b) => count(b) - count(a))[0] ?? '>'
  return count(best) === 0 ? '>' : best
}

const timeRoles = ['at', 'opened', 'resolved'] as const

/** The times of a row, as they stand there. */
export const timesOf = (columns: Columns, values: readonly string[]): readonly string[] =>
  timeRoles.map((role) => values[columns.at[role] ?? -1] ?? '')

const orderIn = (columns: Columns, rows: readonly (readonly string[])[]): Layout['order'] => {
  const shown = rows.flatMap((row) => timesOf(columns, row)).map(orderShownBy)
  return (
    shown.find((order) => order === 'day-first' || order === 'month-first') ??
    (shown.includes('either') ? 'unseen' : undefined)
  )
}

const fieldTest = (fieldIs: string | undefined): ((field: string) => boolean) => {
  if (fieldIs === undefined) return (field) => isTeamField(bareName(field))
  const wanted = bareName(fieldIs)
  return (field) => bareName(field) === wanted
}

const notACsv = (name: string, first: readonly string[]): LogMistake =>
  new LogMistake(
    `${name}: the first line has one column only, ${quoted(first[0] ?? '')}. If another sign than comma, semicolon, tab or | separates the columns, name it with --separator.`,
  )

const noNames = (first: readonly string[]): LogMistake =>
  new LogMistake(
    `The first line must name the columns; it says ${first.slice(0, 12).map(quoted).join(', ')}, which looks like a row.`,
  )

type Rows = readonly (readonly string[])[]

const isTime = (text: string): boolean =>
  (['day-first', 'month-first'] as const).some((order) => timeIn(text, order) !== undefined)

/** What a column holds where times should be; undefined when it holds a time, or nothing, at the beginning of the file. */
const insteadOfTimes = (place: number, rows: Rows): string | undefined => {
  const written = rows.map((row) => row[place] ?? '').filter((text) => !isNoValue(text))
  return written.some(isTime) ? undefined : written[0]
}

/** The columns of a file; one that is called like a time, but never holds one, is none unless somebody named it. */
const withTimesOnly = (
  find: typeof findColumns,
  names: readonly string[],
  rows: Rows,
  said: Said,
  passedOver: readonly PassedOver[] = [],
): Columns & Pick<Layout, 'passedOver'> => {
  const columns = find(names, said.columns)
  for (const role of ['opened', 'resolved'] as const) {
    const place = columns.at[role]
    const holds = place === undefined || said.columns[role] !== undefined ? undefined : insteadOfTimes(place, rows)
    if (place === undefined || holds === undefined) continue
    const others = names.map((name, i) => (i === place ? '' : name))
    return withTimesOnly(find, others, rows, said, [...passedOver, { role, name: names[place] ?? '', holds }])
  }
  return { ...columns, passedOver: passedOver.filter(({ role }) => columns.at[role] === undefined) }
}

/** The rows at the beginning of a file; one that is cut off there is none. */
const rowsOf = ({ text, whole }: Head, separator: string): Rows => {
  const rows: (readonly string[])[] = []
  const scanner = createRowScanner(separator, (values) => void rows.push(values))
  scanner.push(text)
  if (whole) scanner.end()
  return /^sep=/i.test(text) ? rows.slice(1) : rows
}

/** Reads from the beginning of a file how it is laid out; `purpose` says whether it is a list of cases that goes along. */
export const readLayout = (name: string, head: Head, said: Said, purpose: 'moves' | 'cases'): Layout => {
  if (head.text.trim() === '') throw new LogMistake(`${name} is empty: its first line must name the columns.`)
  const separator = said.separator ?? separatorIn(head.text)
  const [names = [], ...some] = rowsOf(head, separator)
  if (names.length < 2 && said.columns.path === undefined) throw notACsv(name, names)
  if (names.some((one) => isTime(one))) throw noNames(names)
  const find = purpose === 'cases' ? findCaseColumns : findColumns
  const columns = withTimesOnly(find, names, some, said)
  return {
    ...columns,
    names,
    separator,
    pathSeparator: said.pathSeparator ?? pathSeparatorIn(some.map((row) => row[columns.at.path ?? -1] ?? '')),
    order: said.order ?? orderIn(columns, some),
    aboutTeam: fieldTest(said.fieldIs),
  }
}
