import type { CouncilWhy, Moves } from './issue/issue.ts'

/** Refused or expired attempts after which only the council moves an issue. */
const refusalsBeforeCouncil = 2

export type GuardVerdict =
  | { readonly verdict: 'clear' }
  | { readonly verdict: 'return' }
  | { readonly verdict: 'council'; readonly why: CouncilWhy }

/**
 * What the guard says of handing an issue to a department: `council` when it has hopped `maxHops` times, would return a
 * second time, or was refused twice; `return` when the department held it before; otherwise `clear`.
 */
export const guardVerdict = (moves: Moves, to: string, maxHops: number): GuardVerdict => {
  if (moves.hops >= maxHops) return { verdict: 'council', why: 'max_hops' }
  if (moves.refusals >= refusalsBeforeCouncil) return { verdict: 'council', why: 'refused_twice' }
  if (!moves.held.includes(to)) return { verdict: 'clear' }
  return moves.bounces > 0 ? { verdict: 'council', why: 'second_return' } : { verdict: 'return' }
}
