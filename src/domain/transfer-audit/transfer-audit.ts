import { auditPaths, type CasePath, type PathFigures } from './audit-paths.ts'
import { fewestCases, type PingPong, pingPongPairs } from './ping-pong.ts'
import type { Spread } from './spread.ts'

/** From when to when, as the file writes times. */
export type Period = { readonly from: string; readonly to: string }

/** How long cases stayed with a team; `median` and `total` in milliseconds. */
export type TeamStays = {
  readonly team: string
  readonly stays: number
  readonly median: number
  readonly total: number
}

/** How long cases with so many hops (3: three or more) were open; `median` in milliseconds. */
export type OpenByHops = { readonly hops: number; readonly cases: number; readonly median: number }

/** Where the figures come from: what was read, as what, and what is to be known about it. */
export type AuditSource = {
  readonly name: string
  readonly rows: number
  readonly shape: string
  readonly columns: readonly { readonly role: string; readonly name: string }[]
  readonly remarks: readonly string[]
}

/** All that an audit of transfers says. */
export type TransferAudit = {
  readonly source: AuditSource
  readonly maxHops: number
  readonly teams: number
  /** When the cases were opened, and when they were moved; each where the file says it. */
  readonly opened?: Period
  readonly moved?: Period
  readonly figures: PathFigures
  /** Pairs that sent cases straight back, most cases first, and how many pairs are not shown because they had too few. */
  readonly pairs: readonly PingPong<string>[]
  readonly pairsNotShown: number
  /** The teams that had most cases, and how much of all time was with others, in milliseconds. */
  readonly stays: readonly TeamStays[]
  readonly timeWithOthers: number
  readonly openByHops: readonly OpenByHops[]
}

/** What was read of a file: ways by the teams' numbers, their names, and times. */
export type ReadTransfers = {
  readonly source: AuditSource
  readonly opened?: Period
  readonly moved?: Period
  readonly names: readonly string[]
  readonly ways: () => Iterable<CasePath>
  readonly stays: readonly Spread[]
  readonly openByHops: readonly Spread[]
}

/** So many teams have their time shown; and none that had a case less than `fewestCases` times. */
const mostTeamsShown = 10

const staysOf = (names: readonly string[], spreads: readonly Spread[]) => {
  const all = spreads.map((spread, team) => ({ team: names[team] ?? '', spread }))
  const shown = all
    .filter(({ spread }) => spread.count() >= fewestCases)
    .toSorted((a, b) => b.spread.count() - a.spread.count())
    .slice(0, mostTeamsShown)
    .map(({ team, spread }) => ({ team, stays: spread.count(), median: spread.median() ?? 0, total: spread.total() }))
  const sum = (totals: readonly number[]): number => totals.reduce((total, one) => total + one, 0)
  const timeWithOthers = sum(all.map(({ spread }) => spread.total())) - sum(shown.map(({ total }) => total))
  return { stays: shown, timeWithOthers: Math.max(0, timeWithOthers) }
}

/** The pairs by name; those with as many cases and times in the order of their names. */
const namedPairs = (pairs: readonly PingPong<number>[], names: readonly string[]): readonly PingPong<string>[] => {
  const inOrder = (a: string, b: string): number => (a < b ? -1 : Number(a > b))
  return pairs
    .map(({ between, ...counts }) => {
      const [a = '', b = ''] = between.map((team) => names[team] ?? '').toSorted(inOrder)
      return { between: [a, b] as const, ...counts }
    })
    .toSorted((a, b) => b.cases - a.cases || b.times - a.times || inOrder(a.between.join('\n'), b.between.join('\n')))
}

/** Works out an audit from what was read, with a guard that lets `maxHops` hops pass. */
export const transferAudit = (read: ReadTransfers, maxHops: number): TransferAudit => {
  const { names, source, opened, moved } = read
  const pairs = pingPongPairs(read.ways())
  const shown = pairs.filter(({ cases }) => cases >= fewestCases)
  return {
    source,
    maxHops,
    teams: names.length,
    ...(opened ? { opened } : {}),
    ...(moved ? { moved } : {}),
    figures: auditPaths(read.ways(), maxHops),
    pairs: namedPairs(shown, names),
    pairsNotShown: pairs.length - shown.length,
    ...staysOf(names, read.stays),
    openByHops: read.openByHops
      .map((spread, hops) => ({ hops, cases: spread.count(), median: spread.median() ?? 0 }))
      .filter(({ cases }) => cases > 0),
  }
}
