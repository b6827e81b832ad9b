import { fewestCases } from '../transfer-audit/ping-pong.ts'
import type { Period } from '../week/scorecard.ts'
import { within } from '../week/scorecard.ts'
import { arrivalIn, type MovedIssue, tryIn } from './moves.ts'

/** Two departments, in the order of the alphabet, between which issues were tried to be moved. */
export type Pair = {
  readonly between: readonly [string, string]
  /** Issues with a try from one of them to the other. */
  readonly issues: number
  /** Those of them that went back to the one that had held them. */
  readonly back: number
}

type Seen = { readonly between: readonly [string, string]; back: boolean }

/** The pairs of one issue in a period, and whether it went back between them. */
const pairsOf = ({ timeline }: MovedIssue, period: Period): readonly Seen[] => {
  const held = new Set<string>()
  const pairs = new Map<string, Seen>()
  for (const event of timeline) {
    const made = tryIn(event)
    if (made && within(period, made.at)) {
      const [a, b] = made.from < made.to ? [made.from, made.to] : [made.to, made.from]
      const pair = pairs.get(JSON.stringify([a, b])) ?? { between: [a, b], back: false }
      pair.back ||= made.moved && held.has(made.to)
      pairs.set(JSON.stringify([a, b]), pair)
    }
    const arrived = arrivalIn(event)
    if (arrived !== undefined) held.add(arrived)
  }
  return [...pairs.values()]
}

/** The pairs with enough issues to say something of the seam between the two, most issues first. */
export const pairsIn = (issues: readonly MovedIssue[], period: Period): readonly Pair[] => {
  const pairs = new Map<string, { between: readonly [string, string]; issues: number; back: number }>()
  for (const { between, back } of issues.flatMap((issue) => pairsOf(issue, period))) {
    const key = JSON.stringify(between)
    const pair = pairs.get(key) ?? { between, issues: 0, back: 0 }
    pairs.set(key, { between, issues: pair.issues + 1, back: pair.back + (back ? 1 : 0) })
  }
  return [...pairs.values()]
    .filter(({ issues: count }) => count >= fewestCases)
    .toSorted((a, b) => b.issues - a.issues || b.back - a.back)
}
