import type { CouncilWhy, Issue } from './issue/issue.ts'

/** Refused or expired attempts after which only the council moves an issue. */
const refusalsBeforeCouncil = 2

export type GuardVerdict =
  | { readonly verdict: 'clear' }
  | { readonly verdict: 'return' }
  | { readonly verdict: 'council'; readonly why: CouncilWhy }

/** What the guard looks at: the counts of an issue, and whether the council has named its owner. */
export type Guarded = Pick<Issue, 'moves' | 'placedByCouncil'>

const whyCouncil = ({ moves, placedByCouncil }: Guarded, to: string, maxHops: number): CouncilWhy | undefined => {
  if (placedByCouncil) return 'placed_by_council'
  if (moves.hops >= maxHops) return 'max_hops'
  if (moves.bounces > 0 && moves.held.includes(to)) return 'second_return'
  return moves.refusals >= refusalsBeforeCouncil ? 'refused_twice' : undefined
}

/**
 * What the guard says of handing an issue to a department: `council` when the council has named its owner, it has hopped
 * `maxHops` times, would return a second time, or was refused twice; `return` when the department held it before;
 * otherwise `clear`.
 */
export const guardVerdict = (issue: Guarded, to: string, maxHops: number): GuardVerdict => {
  const why = whyCouncil(issue, to, maxHops)
  if (why !== undefined) return { verdict: 'council', why }
  return { verdict: issue.moves.held.includes(to) ? 'return' : 'clear' }
}
