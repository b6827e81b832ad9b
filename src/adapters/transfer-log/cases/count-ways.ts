import type { CasePath } from '#domain/transfer-audit/audit-paths.ts'
import type { PathTree } from '#domain/transfer-audit/path-tree.ts'
import { createSpread, type Spread } from '#domain/transfer-audit/spread.ts'

/** How long cases were open, by their hops: none, one, two, and three or more. */
const groups = 4

/** Counts how many cases took each way, and how long they were open by their number of hops. */
export const createWays = (tree: PathTree) => {
  const byPlace = new Map<number, number>()
  const elsewhere = new Map<number, Map<number, number>>()
  let backwards = 0
  let hops = 0
  const open: readonly Spread[] = Array.from({ length: groups }, () => createSpread())

  const count = <K>(counts: Map<K, number>, key: K): unknown => counts.set(key, (counts.get(key) ?? 0) + 1)

  return {
    /** A case that is finished: where its path ends, who resolved it if that is known, and how long it was open, or NaN. */
    add: (place: number, resolver: number | undefined, openFor: number): void => {
      hops += tree.hopsTo(place)
      if (openFor < 0) backwards += 1
      if (openFor >= 0) open[Math.min(tree.hopsTo(place), groups - 1)]?.add(openFor)
      if (resolver === undefined || resolver === tree.teamAt(place)) return void count(byPlace, place)
      const counts = elsewhere.get(place) ?? new Map<number, number>()
      count(counts, resolver)
      elsewhere.set(place, counts)
    },
    *ways(): Generator<CasePath> {
      for (const [place, cases] of byPlace) yield { path: tree.pathTo(place), cases }
      for (const [place, counts] of elsewhere)
        for (const [resolver, cases] of counts) yield { path: tree.pathTo(place), resolver, cases }
    },
    open,
    /** Whether no case moved at all. */
    none: (): boolean => hops === 0,
    /** Cases that were resolved before they were opened. */
    backwards: (): number => backwards,
  }
}

export type Ways = ReturnType<typeof createWays>
