import { nearestWord } from '#domain/nearest-word.ts'
import { LogMistake, quoted } from '../mistake.ts'
import { bareName, commonNames, type Role, roles } from './roles.ts'
import { type Shape, shapes } from './shapes.ts'

/** The columns that somebody named on the command line. */
export type Named = Partial<Readonly<Record<Role, string>>>

/** What the file was recognised as, and in which column stands what; columns count from 0. */
export type Columns = {
  readonly shape: string
  /** A row per move, or a path per row. */
  readonly form: 'moves' | 'paths'
  readonly at: Partial<Readonly<Record<Role, number>>>
}

type Found = Partial<Record<Role, number>>

const placeIn =
  (header: readonly string[]) =>
  (names: readonly string[]): number | undefined => {
    const places = names.map((name) => header.indexOf(name))
    return places.find((place) => place >= 0)
  }

/** The columns that were named; a sentence when there is no such column. */
const namedColumns = (header: readonly string[], shown: string, named: Named): Found => {
  const found: Found = {}
  for (const role of roles) {
    const name = named[role]
    if (name === undefined) continue
    const place = header.indexOf(bareName(name))
    if (place < 0) {
      const near = nearestWord(bareName(name), [...header])
      const meant = near === undefined ? '' : ` Did you mean ${quoted(near)}?`
      throw new LogMistake(`There is no column ${quoted(name)} for --${role}.${meant} The columns are ${shown}.`)
    }
    found[role] = place
  }
  return found
}

const columnsOfShape = (header: readonly string[], { needs, has = {} }: Shape, named: Found): Found | undefined => {
  const find = placeIn(header)
  const found: Found = { ...named }
  for (const [role, names] of Object.entries(needs) as [Role, readonly string[]][]) {
    const place = found[role] ?? find(names)
    if (place === undefined) return undefined
    found[role] = place
  }
  for (const [role, names] of Object.entries(has) as [Role, readonly string[]][]) {
    const place = found[role] ?? find(names)
    if (place !== undefined) found[role] = place
  }
  return found
}

/** A column is one thing only: what was named goes first, then what is needed most. */
const commonColumns = (header: readonly string[], named: Found): Found => {
  const found: Found = { ...named }
  const free = (): readonly string[] => header.map((name, i) => (Object.values(found).includes(i) ? '' : name))
  for (const role of [
    'path',
    'case',
    'opened',
    'resolved',
    'first',
    'resolver',
    'from',
    'team',
    'field',
    'at',
  ] as const) {
    const place = found[role] ?? placeIn(free())(commonNames[role])
    if (place !== undefined) found[role] = place
  }
  return found
}

const missing = (found: Found, shown: string): LogMistake => {
  const lacks = [
    ...(found.case === undefined ? ['which case a row is about (--case COLUMN)'] : []),
    ...(found.team === undefined ? ['which team got it (--team COLUMN, or --path COLUMN for a whole A>B>A)'] : []),
  ]
  return new LogMistake(`I cannot see ${lacks.join(' and ')}. The columns are ${shown}.`)
}

const namesShown = (header: readonly string[]): string => {
  const names = header.filter((name) => name.trim() !== '').map(quoted)
  const more = names.length > 40 ? `, and ${names.length - 40} more` : ''
  return `${names.slice(0, 40).join(', ')}${more}`
}

/** Two columns of one name cannot be told apart: which of them is meant has to be said in the file. */
const expectOneOfEach = (names: readonly string[], header: readonly string[], at: Found): void => {
  const place = Object.values(at).find(
    (one) => header.indexOf(header[one] ?? '') !== header.lastIndexOf(header[one] ?? ''),
  )
  if (place === undefined) return
  throw new LogMistake(
    `Two columns are called ${quoted(bareName(names[place] ?? ''))}, and one of them is needed: give one of the two another name in the first line.`,
  )
}

/** Finds what stands in which column. Throws a sentence that names the columns and the option to use. */
export const findColumns = (names: readonly string[], given: Named): Columns => {
  const columns = columnsIn(names, given)
  expectOneOfEach(names, names.map(bareName), columns.at)
  return columns
}

const columnsIn = (names: readonly string[], given: Named): Columns => {
  const header = names.map(bareName)
  const shown = namesShown(names)
  const named = namedColumns(header, shown, given)
  const shape = given.path === undefined ? shapes.find((one) => columnsOfShape(header, one, named)) : undefined
  if (shape) return { shape: shape.name, form: 'moves', at: columnsOfShape(header, shape, named) ?? {} }
  const found = commonColumns(header, named)
  const wantsMoves = given.team !== undefined || given.from !== undefined
  if (found.path !== undefined && !(wantsMoves && given.path === undefined))
    return { shape: 'a path per case', form: 'paths', at: found }
  if (found.case === undefined || found.team === undefined) throw missing(found, shown)
  return { shape: found.from === undefined ? 'a row per stay' : 'a row per move', form: 'moves', at: found }
}

/** Finds the columns of a list of cases that goes with a file of moves: at least the case. */
export const findCaseColumns = (names: readonly string[], given: Named): Columns => {
  const header = names.map(bareName)
  const shown = namesShown(names)
  const { case: ofCase, opened, resolved, resolver, first } = given
  const sure = Object.entries({ case: ofCase, opened, resolved, resolver, first }).filter(
    ([, name]) => name !== undefined && header.includes(bareName(name)),
  )
  const found = commonColumns(header, namedColumns(header, shown, Object.fromEntries(sure)))
  if (found.case === undefined) throw missing({ team: 0 }, shown)
  expectOneOfEach(names, header, found)
  return { shape: 'a list of cases', form: 'paths', at: found }
}
