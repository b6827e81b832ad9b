/** The place of a path in a tree of paths; 0 is the path of nobody. */
export type PathAt = number

/** More teams than any service desk has. */
export const mostTeams = 100_000

const hashOf = (at: PathAt, team: number): number => {
  const mixed = Math.imul(Math.imul(at, 0x9e3779b1) ^ (team + 1), 0x85ebca6b)
  return (mixed ^ (mixed >>> 15)) >>> 0
}

const longer = (numbers: Uint32Array): Uint32Array<ArrayBuffer> => {
  const next = new Uint32Array(numbers.length * 2)
  next.set(numbers)
  return next
}

/** The places of a tree: each knows the path that it goes on from, and its last team. About 20 bytes for each. */
const createPlaces = () => {
  let parents = new Uint32Array(1 << 10)
  let teams = new Uint32Array(1 << 10)
  let slots = new Uint32Array(1 << 11)
  let size = 1

  const slotOf = (at: PathAt, team: number): number => {
    const mask = slots.length - 1
    for (let slot = hashOf(at, team) & mask; ; slot = (slot + 1) & mask) {
      const there = slots[slot] ?? 0
      if (there === 0 || (parents[there] === at && teams[there] === team)) return slot
    }
  }

  const grow = (): void => {
    parents = longer(parents)
    teams = longer(teams)
    slots = new Uint32Array(slots.length * 2)
    for (let at = 1; at < size; at += 1) slots[slotOf(parents[at] ?? 0, teams[at] ?? 0)] = at
  }

  return {
    parentOf: (at: PathAt): PathAt => parents[at] ?? 0,
    teamOf: (at: PathAt): number => teams[at] ?? 0,
    child: (at: PathAt, team: number): PathAt => {
      const slot = slotOf(at, team)
      const known = slots[slot] ?? 0
      if (known !== 0) return known
      const place = size
      parents[place] = at
      teams[place] = team
      slots[slot] = place
      size += 1
      if (size === parents.length) grow()
      return place
    },
  }
}

/**
 * Paths that begin alike, kept once: a case needs only the place where it stands. Grows with the number of different
 * ways, not of cases.
 */
export const createPathTree = () => {
  const places = createPlaces()

  const pathTo = (at: PathAt): readonly number[] => {
    const path: number[] = []
    for (let here = at; here !== 0; here = places.parentOf(here)) path.push(places.teamOf(here))
    return path.reverse()
  }

  /** The place of this path with one more team; the same place when the team has the case already. */
  const step = (at: PathAt, team: number): PathAt =>
    at !== 0 && places.teamOf(at) === team ? at : places.child(at, team)

  return {
    step,
    pathTo,
    teamAt: (at: PathAt): number | undefined => (at === 0 ? undefined : places.teamOf(at)),
    /** The path without its last team. */
    before: places.parentOf,
    walk: (path: readonly number[]): PathAt => path.reduce(step, 0),
    reversed: (at: PathAt): PathAt => pathTo(at).toReversed().reduce(step, 0),
  }
}

export type PathTree = ReturnType<typeof createPathTree>
