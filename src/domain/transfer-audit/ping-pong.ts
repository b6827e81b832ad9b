import { countPath } from './path-counts.ts'

/** Two between whom cases went straight back, in no order: how often, and in how many cases. */
export type PingPong<T> = { readonly between: readonly [T, T]; readonly times: number; readonly cases: number }

/** A pair is shown from this many cases on: fewer say more about the cases than about the seam between the two. */
export const fewestCases = 5

type Paths<T> = Iterable<{ readonly path: readonly T[]; readonly cases: number }>

/** How often each pair occurs in one path, as its place in a table of pairs. */
const pairsOn = <T>(path: readonly T[], placeOf: (a: T, b: T) => number): ReadonlyMap<number, number> => {
  const times = new Map<number, number>()
  for (const { from, to, direct } of countPath(path).returns) {
    if (!direct) continue
    const place = placeOf(from, to)
    times.set(place, (times.get(place) ?? 0) + 1)
  }
  return times
}

/** The pairs between whom cases went A > B > A, most cases first; `cases` says how many cases took a path. */
export const pingPongPairs = <T>(paths: Paths<T>): readonly PingPong<T>[] => {
  const places = new Map<T, Map<T, number>>()
  const pairs: { between: readonly [T, T]; times: number; cases: number }[] = []
  const placeOf = (a: T, b: T): number => {
    const known = places.get(a)?.get(b) ?? places.get(b)?.get(a)
    if (known !== undefined) return known
    const ofA = places.get(a) ?? new Map<T, number>()
    places.set(a, ofA.set(b, pairs.length))
    return pairs.push({ between: [a, b], times: 0, cases: 0 }) - 1
  }
  for (const { path, cases } of paths)
    for (const [place, times] of pairsOn(path, placeOf)) {
      const pair = pairs[place]
      if (!pair) continue
      pair.times += times * cases
      pair.cases += cases
    }
  return pairs.toSorted((a, b) => b.cases - a.cases || b.times - a.times)
}
