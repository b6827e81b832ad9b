import { guardVerdict } from '../handover-guard.ts'
import { movesOnly } from './path-counts.ts'

/** What the guard would have met on the path of one case. */
export type GuardMet = {
  /** A first return, at which it would have asked what has changed. */
  readonly asked: boolean
  /** Hops from the one on that it would have brought before the council; 0 when it would have stopped none. */
  readonly forCouncil: number
}

/** Follows a path with the guard beside it, up to the hop that the council would have decided. */
export const guardMet = (path: readonly number[], maxHops: number): GuardMet => {
  const stops = movesOnly(path)
  const held = new Set(stops.slice(0, 1).map(String))
  let bounces = 0
  for (const [hops, team] of stops.slice(1).entries()) {
    const to = String(team)
    const moves = { held: [...held], attempts: hops, hops, bounces, refusals: 0, notOurs: 0 }
    const { verdict } = guardVerdict({ moves, placedByCouncil: false }, to, maxHops)
    if (verdict === 'council') return { asked: bounces > 0, forCouncil: stops.length - 1 - hops }
    if (verdict === 'return') bounces += 1
    held.add(to)
  }
  return { asked: bounces > 0, forCouncil: 0 }
}
