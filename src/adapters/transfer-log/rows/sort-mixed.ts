import type { Move } from '../cases/case-states.ts'
import type { Layout } from '../columns/read-layout.ts'
import type { OnRow } from '../csv/scan-rows.ts'
import type { RowValues } from './row-values.ts'
import { kinds, type Stand } from './stand.ts'
import { moveReader } from './take-moves.ts'

/** Whether there are cases whose rows have to be put in order; marks those that a file written newest first leaves open. */
export const findMixed = ({ table, follower, kind }: Stand): boolean => {
  const backwards = follower.met.falling > follower.met.rising
  let found = false
  for (let one = 0; one < table.size(); one += 1) {
    if ((kind.get(one) & kinds.moved) === 0) continue
    if (backwards && follower.isTied(one)) follower.mix(one)
    found ||= follower.isMixed(one)
  }
  return found
}

/** Reads the file once more, and puts the rows of those cases in order that were in none: only they are kept in memory. */
export const sortMixed = (layout: Layout, values: RowValues, stand: Stand) => {
  const { table, follower, counted } = stand
  const backwards = follower.met.falling > follower.met.rising
  const rows = new Map<number, Move[]>()
  const scratch = table.add()
  const known = { ...counted, fields: new Set(counted.fields) }
  const read = moveReader(layout, values, stand)

  const onRow: OnRow = (row, line) => {
    const found = read(row, line)
    const one = found && table.numberOf(found.id)
    if (one === undefined || !follower.isMixed(one)) return
    const moves = rows.get(one) ?? []
    moves.push(found?.move ?? { team: 0, from: undefined, at: Number.NaN })
    if (moves.length === 1) rows.set(one, moves)
  }

  /** Takes back what the rows noted in the order of the file, then follows them in the order of time. */
  const finish = (): void => {
    for (const [one, moves] of rows) {
      stand.opened.set(scratch, stand.opened.get(one))
      stand.resolved.set(scratch, stand.resolved.get(one))
      for (const [at, move] of moves.entries()) if (follower.follow(scratch, at === 0, move, -1)) break
      const inOrder = (backwards ? moves.toReversed() : moves).toSorted((a, b) => a.at - b.at)
      for (const [at, move] of inOrder.entries()) follower.follow(one, at === 0, move)
    }
    Object.assign(counted, known, { sorted: rows.size })
  }

  return { onRow, finish }
}
