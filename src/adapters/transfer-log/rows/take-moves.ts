import type { Move } from '../cases/case-states.ts'
import { ownCopy } from '../cases/team-names.ts'
import type { Layout } from '../columns/read-layout.ts'
import type { OnRow } from '../csv/scan-rows.ts'
import type { RowValues } from './row-values.ts'
import { kinds, type Stand } from './stand.ts'

const mostFieldsNamed = 12

/** What a row says of a move: the case and where it went; undefined when it is about something else. */
export const moveReader = (layout: Layout, values: RowValues, { names, counted }: Stand) => {
  const ofTeam = new Map<string, boolean>()
  const aboutTeam = (field: string): boolean => {
    const known = ofTeam.get(field)
    if (known !== undefined) return known
    const is = layout.aboutTeam(field)
    if (ofTeam.size < 10_000) ofTeam.set(ownCopy(field), is)
    if (!is && counted.fields.size < mostFieldsNamed) counted.fields.add(ownCopy(field))
    return is
  }
  return (row: readonly string[], line: number): { readonly id: string; readonly move: Move } | undefined => {
    values.check(row, line)
    if (values.has('field') && !aboutTeam(values.text(row, 'field'))) {
      counted.otherFields += 1
      return undefined
    }
    const id = values.caseId(row, line)
    const team = names.numberOf(values.text(row, 'team'), line)
    if (team === undefined) {
      counted.withoutTeam += 1
      return undefined
    }
    const from = values.has('from') ? names.numberOf(values.text(row, 'from'), line) : undefined
    return { id, move: { team, from, at: values.moved(row, line) } }
  }
}

/** Takes the moves of a file as they come; hears of the line on which the rows of a case first go back in time. */
export const takeMoves = (layout: Layout, values: RowValues, stand: Stand, onMixed: (line: number) => void): OnRow => {
  const { table, follower, counted, kind } = stand
  const read = moveReader(layout, values, stand)
  follower.expectFrom(values.has('from'))
  return (row, line) => {
    counted.rows += 1
    const found = read(row, line)
    if (!found) return
    const one = table.numberOf(found.id)
    const met = kind.get(one)
    const isNew = (met & kinds.moved) === 0
    if (isNew) kind.set(one, met + kinds.moved)
    const opened = values.opened(row, line)
    if (!Number.isNaN(opened)) stand.opened.set(one, opened)
    const resolved = values.resolved(row, line)
    if (!Number.isNaN(resolved)) stand.resolved.set(one, resolved)
    if (values.has('resolver')) {
      const resolver = stand.names.numberOf(values.text(row, 'resolver'), line)
      if (resolver !== undefined) stand.resolver.set(one, resolver + 1)
    }
    if (follower.follow(one, isNew, found.move)) onMixed(line)
  }
}
