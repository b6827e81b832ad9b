import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { auditPaths, type CasePath } from '#domain/transfer-audit/audit-paths.ts'
import { createPathTree } from '#domain/transfer-audit/path-tree.ts'
import { createSpread } from '#domain/transfer-audit/spread.ts'

const team = fc.integer({ min: 0, max: 4 })
const path = fc.array(team, { minLength: 1, maxLength: 10 })
const way: fc.Arbitrary<CasePath> = fc.oneof(
  fc.record({ path, cases: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ path, resolver: team, cases: fc.integer({ min: 1, max: 5 }) }),
)

/** Case by case, hop by hop, with nothing clever. */
const recount = (ways: readonly CasePath[], maxHops: number) => {
  const sum = {
    hops: 0,
    returns: 0,
    toResolver: 0,
    first: 0,
    firstAfterHop: 0,
    beyond: 0,
    asked: 0,
    council: 0,
    late: 0,
  }
  for (const { path: given, resolver, cases } of ways)
    for (let one = 0; one < cases; one += 1) {
      const stops = given.filter((at, i) => at !== given[i - 1])
      const last = resolver ?? stops.at(-1)
      let returned = 0
      let stopped = false
      for (let hop = 1; hop < stops.length; hop += 1) {
        const back = stops.slice(0, hop).includes(stops[hop] ?? -1)
        sum.hops += 1
        if (hop > maxHops) sum.beyond += 1
        if (back) sum.returns += 1
        if (back && stops[hop] === last) sum.toResolver += 1
        if (hop > maxHops || (back && returned > 0)) {
          if (!stopped) sum.council += 1
          stopped = true
        } else if (back && !stopped) {
          returned += 1
          sum.asked += 1
        }
        if (stopped) sum.late += 1
      }
      if (stops[0] === last) sum.first += 1
      if (stops[0] === last && stops.length > 1) sum.firstAfterHop += 1
    }
  return sum
}

describe('the audit of transfers', () => {
  it('says the same as a recount case by case', () => {
    fc.assert(
      fc.property(fc.array(way, { maxLength: 12 }), fc.integer({ min: 0, max: 5 }), (ways, maxHops) => {
        const found = auditPaths(ways, maxHops)
        expect({
          hops: found.hops,
          returns: found.returns,
          toResolver: found.returnsToResolver,
          first: found.firstResolves,
          firstAfterHop: found.firstResolvesAfterHop,
          beyond: found.hopsBeyond,
          asked: found.asked,
          council: found.casesForCouncil,
          late: found.hopsForCouncil,
        }).toEqual(recount(ways, maxHops))
        expect(found.casesByHops.reduce((sum, cases) => sum + cases, 0)).toBe(found.cases)
        expect(found.casesByHops.reduce((sum, cases, hops) => sum + cases * hops, 0)).toBe(found.hops)
      }),
    )
  })

  it('asks once at a first return, and leaves the third hop and the second return to the council', () => {
    const one = (...path: number[]) => {
      const { asked, casesForCouncil, hopsForCouncil } = auditPaths([{ path, cases: 1 }], 2)
      return [asked, casesForCouncil, hopsForCouncil]
    }
    expect(one(1, 2)).toEqual([0, 0, 0])
    expect(one(1, 2, 1)).toEqual([1, 0, 0])
    expect(one(1, 2, 1, 2, 1)).toEqual([1, 1, 2])
    expect(one(1, 2, 3, 4)).toEqual([0, 1, 1])
    expect(auditPaths([{ path: [1, 2, 1, 2], cases: 1 }], 5)).toMatchObject({ casesForCouncil: 1, casesBeyond: 0 })
  })

  it('believes who is said to have resolved a case more than the path', () => {
    const ended = auditPaths([{ path: [1, 2], resolver: 1, cases: 3 }], 2)
    expect([ended.firstResolves, ended.firstResolvesAfterHop]).toEqual([3, 3])
  })
})

describe('paths that are kept once', () => {
  it('come back as they went in, without standing still', () => {
    fc.assert(
      fc.property(fc.array(path), (paths) => {
        const tree = createPathTree()
        const places = paths.map((one) => tree.walk(one))
        const stops = paths.map((one) => one.filter((at, i) => at !== one[i - 1]))
        expect(places.map(tree.pathTo)).toEqual(stops)
        expect(places.map((at) => tree.pathTo(tree.reversed(at)))).toEqual(stops.map((one) => one.toReversed()))
      }),
    )
  })
})

describe('lengths of time in boxes', () => {
  it('have their median within 2 %, and forget what is taken back', () => {
    const lengths = fc.array(fc.integer({ min: 2_000, max: 10 ** 10 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(lengths, fc.array(fc.integer({ min: 0, max: 10 ** 10 })), (kept, dropped) => {
        const spread = createSpread()
        for (const length of [...kept, ...dropped]) spread.add(length)
        for (const length of dropped) spread.add(length, -1)
        const middle = kept.toSorted((a, b) => a - b)[Math.ceil(kept.length / 2) - 1] ?? 0
        expect(Math.abs((spread.median() ?? 0) / middle - 1)).toBeLessThan(0.021)
        expect(spread.count()).toBe(kept.length)
        expect(spread.total()).toBe(kept.reduce((sum, length) => sum + length, 0))
      }),
    )
  })

  it('have no median when there are none', () => {
    expect(createSpread().median()).toBeUndefined()
  })
})
