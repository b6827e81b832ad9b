import { kinds, type Stand } from './stand.ts'

const finishOne = (one: number, { tree, follower, stays, ways, first, kind, counted, ...stand }: Stand): void => {
  const met = kind.get(one)
  if (met === 0) return
  const place = follower.placeOf(one)
  if (met === kinds.listed) counted.onlyListed += 1
  if (met === kinds.moved) counted.onlyMoved += 1
  const resolved = stand.resolved.get(one)
  if ((met & kinds.moved) !== 0) stays.note(tree.teamAt(place), resolved - follower.since(one))
  if (place === 0) {
    counted.withoutTeam += 1
    return
  }
  const listed = first.get(one)
  if (listed !== 0 && tree.pathTo(place)[0] !== listed - 1) counted.otherFirst += 1
  const resolver = stand.resolver.get(one)
  ways.add(place, resolver === 0 ? undefined : resolver - 1, resolved - stand.opened.get(one))
}

/** Counts every case once where it is in the end. */
export const finishCases = (stand: Stand): void => {
  for (let one = 0; one < stand.table.size(); one += 1) finishOne(one, stand)
}
