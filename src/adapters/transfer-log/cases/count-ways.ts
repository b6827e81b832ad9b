import type { CasePath } from '#domain/transfer-audit/audit-paths.ts'
import type { PathTree } from '#domain/transfer-audit/path-tree.ts'
import { createSpread, type Spread } from '#domain/transfer-audit/spread.ts'
import { createColumn } from './case-table.ts'

/** How long cases were open, by their hops: none, one, two, and three or more. */
const groups = 4

/** Counts how many cases took each way, and how long they were open by their number of hops. */
export const createWays = (tree: PathTree) => {
  const byPlace = createColumn('place')
  const elsewhere = new Map<number, Map<number, number>>()
  const open: readonly Spread[] = Array.from({ length: groups }, () => createSpread())
  const met = { backwards: 0, moved: 0, last: 0 }

  const groupOf = (place: number): number => {
    let hops = 0
    for (let at = tree.before(place); at !== 0 && hops < groups - 1; at = tree.before(at)) hops += 1
    return hops
  }

  return {
    /** A case that is finished: where its path ends, who resolved it if that is known, and how long it was open, or NaN. */
    add: (place: number, resolver: number | undefined, openFor: number): void => {
      if (openFor >= 0) open[groupOf(place)]?.add(openFor)
      if (openFor < 0) met.backwards += 1
      if (tree.before(place) !== 0) met.moved += 1
      met.last = Math.max(met.last, place)
      if (resolver === undefined || resolver === tree.teamAt(place)) {
        byPlace.set(place, byPlace.get(place) + 1)
        return
      }
      const counts = elsewhere.get(place) ?? new Map<number, number>()
      elsewhere.set(place, counts.set(resolver, (counts.get(resolver) ?? 0) + 1))
    },
    *ways(): Generator<CasePath> {
      for (let place = 1; place <= met.last; place += 1) {
        const cases = byPlace.get(place)
        if (cases > 0) yield { path: tree.pathTo(place), cases }
      }
      for (const [place, counts] of elsewhere)
        for (const [resolver, cases] of counts) yield { path: tree.pathTo(place), resolver, cases }
    },
    open,
    /** Whether no case moved at all. */
    none: (): boolean => met.moved === 0,
    /** Cases that were resolved before they were opened. */
    backwards: (): number => met.backwards,
  }
}
