import type { PathTree } from '#domain/transfer-audit/path-tree.ts'
import {
  begin,
  createStates,
  end,
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

/**
 * The order of a case with one more row; `mixed` when the row goes back on the rows before. Moves at one instant that
 * turn out to come newest first were put together the wrong way round: they have to be put in order, too.
 */
const orderWith = (known: Order, now: Order, from: number | undefined): Order => {
  if (now === orders.tied) return known === orders.single ? orders.tied : known
  if (known === orders.tied && now === orders.falling && from !== undefined) return orders.mixed
  return known === orders.single || known === orders.tied || known === now ? now : orders.mixed
}

/** Takes the next row of a case; with -1 takes back what it noted. Answers whether the rows are in no order. */
const follow = (states: States, one: number, move: Move, times: Times): boolean => {
  const { order, met } = states
  const known = order.get(one) as Order
  if (known === orders.mixed) return true
  const now = directionOf(states, one, move.at)
  const after = orderWith(known, now, move.from)
  if (now === orders.rising) met.rising += times
  if (now === orders.falling) met.falling += times
  if (after === orders.falling && known !== orders.falling) turn(states, one, known === orders.tied, times)
  order.set(one, after)
  if (after === orders.falling) fall(states, one, move, times)
  else if (after !== orders.mixed) rise(states, one, move, times)
  return after === orders.mixed
}

/** Follows cases row by row, whichever way their rows come. */
export const createFollower = (tree: PathTree, stays: Stays, opened: Column, resolved: Column) => {
  const states = createStates(tree, stays, opened, resolved)
  const { place, order, met } = states
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
    /** Says whether the rows of the file tell who had a case before; to be said before the first row. */
    expectFrom: (from: boolean): void => {
      states.shape.from = from
    },
    /** Ends a case of which all rows were read. */
    end: (one: number): void => end(states, one),
  }
}
