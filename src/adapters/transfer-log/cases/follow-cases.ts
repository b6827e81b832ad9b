import type { PathTree } from '#domain/transfer-audit/path-tree.ts'
import {
  begin,
  createStates,
  fall,
  type Move,
  type Order,
  orders,
  rise,
  type States,
  type Times,
  turn,
} from './case-states.ts'
import type { Column } from './case-table.ts'
import type { Stays } from './stays.ts'

const directionOf = ({ last }: States, one: number, at: number): Order => {
  const before = last.get(one)
  if (at > before) return orders.rising
  return at < before ? orders.falling : orders.tied
}

/** The order of a case with one more row; `mixed` when the row goes back on the rows before. */
const orderWith = (known: Order, now: Order): Order => {
  if (now === orders.tied) return known === orders.single ? orders.tied : known
  return known === orders.single || known === orders.tied || known === now ? now : orders.mixed
}

/** Takes the next row of a case; with -1 takes back what it noted. Answers whether the rows are in no order. */
const follow = (states: States, one: number, move: Move, times: Times): boolean => {
  const { order, met } = states
  const known = order.get(one) as Order
  if (known === orders.mixed) return true
  const now = directionOf(states, one, move.at)
  const after = orderWith(known, now)
  if (now === orders.rising) met.rising += times
  if (now === orders.falling) met.falling += times
  if (after === orders.falling && known !== orders.falling) turn(states, one, times)
  order.set(one, after)
  if (after === orders.falling) fall(states, one, move, times)
  else if (after !== orders.mixed) rise(states, one, move, times)
  return after === orders.mixed
}

/** Follows cases row by row, whichever way their rows come. */
export const createFollower = (tree: PathTree, stays: Stays, opened: Column) => {
  const states = createStates(tree, stays, opened)
  const { place, order, since, met } = states
  return {
    met,
    /** Takes a row of a case; with -1 takes back what it noted. Answers whether the rows of this case are in no order. */
    follow: (one: number, isNew: boolean, move: Move, times: Times = 1): boolean => {
      if (!isNew) return follow(states, one, move, times)
      begin(states, one, move, times)
      return false
    },
    isMixed: (one: number): boolean => order.get(one) === orders.mixed,
    isTied: (one: number): boolean => order.get(one) === orders.tied,
    /** Says that the rows of a case have to be put in order. */
    mix: (one: number): void => order.set(one, orders.mixed),
    /** Puts a case that has no rows where a list says that it is. */
    put: (one: number, at: number): void => place.set(one, at),
    /** Where a case is in the end. */
    placeOf: (one: number): number =>
      order.get(one) === orders.falling ? tree.reversed(place.get(one)) : place.get(one),
    /** Since when a case is with its last team; NaN when that is not known. */
    since: (one: number): number => (order.get(one) === orders.falling ? Number.NaN : since.get(one)),
  }
}
