/** A hop back to somebody who had the case before; `direct` when it goes straight back, as in A > B > A. */
export type Return<T> = { readonly from: T; readonly to: T; readonly direct: boolean }

/** What a path through departments or teams holds. */
export type PathCounts<T> = {
  readonly hops: number
  readonly returns: readonly Return<T>[]
  /** Returns straight back, as in A > B > A. */
  readonly direct: number
}

/** The path without standing still: A, A, B is A, B. */
export const movesOnly = <T>(path: readonly T[]): readonly T[] => path.filter((at, i) => i === 0 || path[i - 1] !== at)

/** Counts the hops and the returns of a path, which is who had a case, in order; who had it twice in a row counts once. */
export const countPath = <T>(path: readonly T[]): PathCounts<T> => {
  const stops = movesOnly(path)
  const seen = new Set<T>(stops.slice(0, 1))
  const returns: Return<T>[] = []
  let from = stops[0]
  let before: T | undefined
  for (const to of stops.slice(1)) {
    if (from !== undefined && seen.has(to)) returns.push({ from, to, direct: before === to })
    seen.add(to)
    before = from
    from = to
  }
  return { hops: Math.max(0, stops.length - 1), returns, direct: returns.filter(({ direct }) => direct).length }
}
