import { guardMet } from './guard-met.ts'
import { countPath } from './path-counts.ts'

/** Cases that took the same way: the teams by number, in order, and the team that resolved them if not the last one. */
export type CasePath = { readonly path: readonly number[]; readonly resolver?: number; readonly cases: number }

/** What the paths of a service desk's cases say; all are counts of cases, of hops or of returns. */
export type PathFigures = {
  readonly cases: number
  readonly hops: number
  readonly casesWithHop: number
  readonly returns: number
  readonly casesWithReturn: number
  /** Returns straight back, as in A > B > A. */
  readonly direct: number
  readonly casesWithDirect: number
  /** Returns to the team that resolved the case in the end. */
  readonly returnsToResolver: number
  /** Cases that the first team resolved, and those of them that had left it meanwhile. */
  readonly firstResolves: number
  readonly firstResolvesAfterHop: number
  /** How many cases had as many hops as the place in the list. */
  readonly casesByHops: readonly number[]
  readonly hopsBeyond: number
  readonly casesBeyond: number
  /** First returns at which the guard would have asked what has changed: at most one in a case. */
  readonly asked: number
  /** Cases on which the guard would have said nothing. */
  readonly untouched: number
  /** Cases that the guard would have brought before the council, and the hops they took from there on. */
  readonly casesForCouncil: number
  readonly hopsForCouncil: number
}

type Tally = { -readonly [Figure in Exclude<keyof PathFigures, 'casesByHops'>]: number }

const nothing = (): Tally => ({
  cases: 0,
  hops: 0,
  casesWithHop: 0,
  returns: 0,
  casesWithReturn: 0,
  direct: 0,
  casesWithDirect: 0,
  returnsToResolver: 0,
  firstResolves: 0,
  firstResolvesAfterHop: 0,
  hopsBeyond: 0,
  casesBeyond: 0,
  asked: 0,
  untouched: 0,
  casesForCouncil: 0,
  hopsForCouncil: 0,
})

/** The figures of one way, of a single case. */
const figuresOf = ({ path, resolver = path.at(-1) }: CasePath, maxHops: number): Tally => {
  const { hops, returns, direct } = countPath(path)
  const { asked, forCouncil } = guardMet(path, maxHops)
  const firstResolves = Number(path.length > 0 && path[0] === resolver)
  const moved = Number(hops > 0)
  return {
    cases: 1,
    hops,
    casesWithHop: moved,
    returns: returns.length,
    casesWithReturn: Number(returns.length > 0),
    direct,
    casesWithDirect: Number(direct > 0),
    returnsToResolver: returns.filter(({ to }) => to === resolver).length,
    firstResolves,
    firstResolvesAfterHop: firstResolves * moved,
    hopsBeyond: Math.max(0, hops - maxHops),
    casesBeyond: Number(hops > maxHops),
    asked: Number(asked),
    untouched: Number(!asked && forCouncil === 0),
    casesForCouncil: Number(forCouncil > 0),
    hopsForCouncil: forCouncil,
  }
}

/** Counts what the ways of all cases hold, and what a guard that lets `maxHops` hops pass would have met on them. */
export const auditPaths = (ways: Iterable<CasePath>, maxHops: number): PathFigures => {
  const sum = nothing()
  const casesByHops: number[] = []
  for (const way of ways) {
    const one = figuresOf(way, maxHops)
    for (const figure of Object.keys(one) as (keyof Tally)[]) sum[figure] += one[figure] * way.cases
    while (casesByHops.length <= one.hops) casesByHops.push(0)
    casesByHops[one.hops] = (casesByHops[one.hops] ?? 0) + way.cases
  }
  return { ...sum, casesByHops }
}
