import type { PathTree } from '#domain/transfer-audit/path-tree.ts'
import { type Column, createColumn } from './case-table.ts'
import type { Stays } from './stays.ts'

/** A row of a file: a case came to a team; `from` is who had it before, where the row says so; `at` is NaN without time. */
export type Move = { readonly team: number; readonly from: number | undefined; readonly at: number }

/** The order in which the rows of a case come: one row only, all at one time, oldest first, newest first, or none. */
export const orders = { single: 0, tied: 1, rising: 2, falling: 3, mixed: 4 } as const

export type Order = (typeof orders)[keyof typeof orders]

/** Whether what a row says is noted, or taken back. */
export type Times = 1 | -1

/**
 * What is kept of each case: where it is in the tree of paths, the time of its last row, since when it is where it is,
 * and in which order its rows come. 21 bytes of each, and 8 more for its opening where that is given.
 */
export const createStates = (tree: PathTree, stays: Stays, opened: Column) => ({
  tree,
  stays,
  opened,
  place: createColumn('place'),
  last: createColumn('instant', Number.NaN),
  since: createColumn('instant', Number.NaN),
  order: createColumn('flag'),
  /** Rows that say nothing new, moves that are missing, and steps in time either way. */
  met: { repeated: 0, gaps: 0, rising: 0, falling: 0 },
})

export type States = ReturnType<typeof createStates>

/** The first row of a case. */
export const begin = (states: States, one: number, { team, from, at }: Move, times: Times): void => {
  const { tree } = states
  states.place.set(one, tree.step(from === undefined ? 0 : tree.step(0, from), team))
  states.last.set(one, at)
  states.since.set(one, at)
  states.order.set(one, orders.single)
  states.stays.note(from, at - states.opened.get(one), times)
}

/** The next row of a case whose rows come oldest first. */
export const rise = (states: States, one: number, { team, from, at }: Move, times: Times): void => {
  const { tree, place, last, since, met } = states
  const here = place.get(one)
  const holder = tree.teamAt(here)
  const gap = from !== undefined && from !== holder
  if (gap && team === holder && !(at > last.get(one))) {
    met.repeated += times
    return
  }
  if (gap) met.gaps += times
  const next = tree.step(gap ? tree.step(here, from) : here, team)
  last.set(one, at)
  if (next === here) return
  states.stays.note(holder, at - since.get(one), times)
  since.set(one, at)
  place.set(one, next)
}

/** The rows of a case turn out to come newest first: what was built from its beginning is turned round. */
export const turn = (states: States, one: number, times: Times): void => {
  const { tree, place } = states
  const here = place.get(one)
  const [first] = tree.pathTo(here)
  states.stays.note(first, states.last.get(one) - states.opened.get(one), times === 1 ? -1 : 1)
  place.set(one, tree.reversed(here))
}

/** The next row of a case whose rows come newest first: the path is built from its end, and times are not noted. */
export const fall = (states: States, one: number, { team, from, at }: Move, times: Times): void => {
  const { tree, place, last, met } = states
  const here = place.get(one)
  const known = from !== undefined && from === tree.teamAt(here) && team === tree.teamAt(tree.before(here))
  if (known && at === last.get(one)) {
    met.repeated += times
    return
  }
  if (from !== undefined && team !== tree.teamAt(here)) met.gaps += times
  const next = tree.step(here, team)
  place.set(one, from === undefined ? next : tree.step(next, from))
  last.set(one, at)
}
