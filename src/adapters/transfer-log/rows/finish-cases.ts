import { kinds, type Stand } from './stand.ts'

/** Counts a case where it is in the end. */
const finishOne = (one: number, met: number, stand: Stand): void => {
  const { tree, ways, counted } = stand
  const place = stand.follower.placeOf(one)
  if (met === kinds.listed) counted.onlyListed += 1
  if (met === kinds.moved) counted.onlyMoved += 1
  const resolved = stand.resolved.get(one)
  if ((met & kinds.moved) !== 0) stand.follower.end(one)
  if (place === 0) {
    counted.withoutTeam += 1
    return
  }
  const listed = stand.first.get(one)
  if (listed !== 0 && tree.pathTo(place)[0] !== listed - 1) counted.otherFirst += 1
  const resolver = stand.resolver.get(one)
  ways.add(place, resolver === 0 ? undefined : resolver - 1, resolved - stand.opened.get(one))
}

/** Counts every case once. */
export const finishCases = (stand: Stand): void => {
  for (let one = 0; one < stand.table.size(); one += 1) {
    const met = stand.kind.get(one)
    if (met !== 0) finishOne(one, met, stand)
  }
}
