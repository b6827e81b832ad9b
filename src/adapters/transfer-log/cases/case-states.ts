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
 * What is kept of each case: where it is in the tree of paths, the time of its last row, since when it is where it is
 * (or, with rows that come newest first, until when it was), and in which order its rows come. 21 bytes of each, and 8
 * more for each of opening and resolution where they are given.
 */
export const createStates = (tree: PathTree, stays: Stays, opened: Column, resolved: Column) => ({
  tree,
  stays,
  opened,
  resolved,
  /** Whether the rows of this file say who had a case before. */
  shape: { from: false },
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
export const turn = (states: States, one: number, tied: boolean, times: Times): void => {
  const { tree, place, last, since, stays } = states
  const here = place.get(one)
  const resolved = states.resolved.get(one)
  if (states.shape.from) {
    stays.note(tree.pathTo(here)[0], last.get(one) - states.opened.get(one), times === 1 ? -1 : 1)
    stays.note(tree.teamAt(here), resolved - last.get(one), times)
  }
  place.set(one, tree.reversed(here))
  since.set(one, tied || states.shape.from ? last.get(one) : resolved)
}

/** The next row that says only where a case was: the stay before this one is known when the team is another. */
const fallTo = (states: States, one: number, { team, at }: Move, times: Times): void => {
  const { tree, place, last, since } = states
  const here = place.get(one)
  const next = tree.step(here, team)
  if (next !== here) {
    states.stays.note(tree.teamAt(here), since.get(one) - last.get(one), times)
    since.set(one, last.get(one))
    place.set(one, next)
  }
  last.set(one, at)
}

/** The next row of a case whose rows come newest first: its path is built from the end. */
export const fall = (states: States, one: number, move: Move, times: Times): void => {
  if (!states.shape.from) {
    fallTo(states, one, move, times)
    return
  }
  const { team, from, at } = move
  const { tree, place, last, since, met } = states
  const here = place.get(one)
  const known = from !== undefined && from === tree.teamAt(here) && team === tree.teamAt(tree.before(here))
  if (known && at === last.get(one)) {
    met.repeated += times
    return
  }
  if (team === tree.teamAt(here)) states.stays.note(team, since.get(one) - at, times)
  else met.gaps += times
  const next = tree.step(here, team)
  place.set(one, from === undefined ? next : tree.step(next, from))
  last.set(one, at)
  since.set(one, from === undefined ? Number.NaN : at)
}

/** All rows of a case were read: the stay that is still open ends, or begins, where that is known. */
export const end = (states: States, one: number): void => {
  const { tree, place, since, last } = states
  const holder = tree.teamAt(place.get(one))
  if (states.order.get(one) !== orders.falling) {
    states.stays.note(holder, states.resolved.get(one) - since.get(one))
    return
  }
  const began = states.shape.from ? states.opened.get(one) : last.get(one)
  states.stays.note(holder, since.get(one) - began)
}
