import type { PathAt } from '#domain/transfer-audit/path-tree.ts'
import { ownCopy } from '../cases/team-names.ts'
import type { Layout } from '../columns/read-layout.ts'
import type { OnRow } from '../csv/scan-rows.ts'
import type { RowValues } from './row-values.ts'
import { kinds, type Stand } from './stand.ts'

const seenTwice = ({ counted }: Stand, id: string, line: number): void => {
  counted.twice += 1
  if (counted.twice > 1) return
  counted.firstTwice = ownCopy(id)
  counted.firstTwiceLine = line
}

/** Reads the path that a row holds. */
const pathReader = (layout: Layout, values: RowValues, { names, tree }: Stand) => {
  const known = new Map<string, PathAt>()
  return (row: readonly string[], line: number): PathAt => {
    const text = values.text(row, 'path')
    const at = known.get(text)
    if (at !== undefined) return at
    const teams = text.split(layout.pathSeparator).map((name) => names.numberOf(name, line))
    const place = tree.walk(teams.filter((team) => team !== undefined))
    if (known.size < 100_000 && text.length < 1_000) known.set(ownCopy(text), place)
    return place
  }
}

/** Takes a path per row; a case that comes twice counts once. */
export const takePaths = (layout: Layout, values: RowValues, stand: Stand): OnRow => {
  const { table, names, counted, ways } = stand
  const pathIn = pathReader(layout, values, stand)
  return (row, line) => {
    counted.rows += 1
    values.check(row, line)
    if (values.has('case')) {
      const id = values.caseId(row, line)
      const before = table.size()
      if (table.numberOf(id) !== before) return seenTwice(stand, id, line)
    }
    const place = pathIn(row, line)
    if (place === 0) {
      counted.withoutTeam += 1
      return
    }
    const resolver = values.has('resolver') ? names.numberOf(values.text(row, 'resolver'), line) : undefined
    const openFor = values.resolved(row, line) - values.opened(row, line)
    ways.add(place, resolver, openFor)
  }
}

/** Takes the list of cases that goes along with a file of moves: it knows cases that never moved, and when each began and ended. */
export const takeCases = (layout: Layout, values: RowValues, stand: Stand): OnRow => {
  const { table, names, tree, kind, follower } = stand
  const pathIn = pathReader(layout, values, stand)
  const firstOf = (row: readonly string[], line: number): number | undefined => {
    const first = values.has('first') ? names.numberOf(values.text(row, 'first'), line) : undefined
    return first ?? (values.has('path') ? tree.pathTo(pathIn(row, line))[0] : undefined)
  }
  return (row, line) => {
    values.check(row, line)
    const id = values.caseId(row, line)
    const one = table.numberOf(id)
    if (kind.get(one) !== 0) return seenTwice(stand, id, line)
    kind.set(one, kinds.listed)
    const first = firstOf(row, line)
    const resolver = values.has('resolver') ? names.numberOf(values.text(row, 'resolver'), line) : undefined
    const only = first ?? resolver
    if (only !== undefined) follower.put(one, tree.step(0, only))
    if (first !== undefined) stand.first.set(one, first + 1)
    if (resolver !== undefined) stand.resolver.set(one, resolver + 1)
    stand.opened.set(one, values.opened(row, line))
    stand.resolved.set(one, values.resolved(row, line))
  }
}
