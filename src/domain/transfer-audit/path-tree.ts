/** The place of a path in a tree of paths; 0 is the path of nobody. */
export type PathAt = number

/** More teams than any service desk has: a place in the tree and a team make one number below 2^53. */
export const mostTeams = 100_000

/**
 * Paths that begin alike, kept once: a case needs only the place where it stands. Grows with the number of different
 * ways, not of cases.
 */
export const createPathTree = () => {
  const parents: number[] = [0]
  const teams: number[] = [-1]
  const hops: number[] = [0]
  const children = new Map<number, PathAt>()

  const pathTo = (at: PathAt): readonly number[] => {
    const path: number[] = []
    for (let here = at; here !== 0; here = parents[here] ?? 0) path.push(teams[here] ?? 0)
    return path.reverse()
  }

  /** The place of this path with one more team; the same place when the team has the case already. */
  const step = (at: PathAt, team: number): PathAt => {
    if (teams[at] === team) return at
    const key = at * mostTeams + team
    const known = children.get(key)
    if (known !== undefined) return known
    const place = parents.push(at) - 1
    teams.push(team)
    hops.push(at === 0 ? 0 : (hops[at] ?? 0) + 1)
    children.set(key, place)
    return place
  }

  return {
    step,
    pathTo,
    teamAt: (at: PathAt): number | undefined => (at === 0 ? undefined : teams[at]),
    /** The path without its last team. */
    before: (at: PathAt): PathAt => parents[at] ?? 0,
    hopsTo: (at: PathAt): number => hops[at] ?? 0,
    walk: (path: readonly number[]): PathAt => path.reduce(step, 0),
    reversed: (at: PathAt): PathAt => pathTo(at).toReversed().reduce(step, 0),
  }
}

export type PathTree = ReturnType<typeof createPathTree>
