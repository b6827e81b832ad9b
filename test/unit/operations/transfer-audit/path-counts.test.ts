import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countPath } from '#domain/transfer-audit/path-counts.ts'
import { pingPongPairs } from '#domain/transfer-audit/ping-pong.ts'

const path = fc.array(fc.constantFrom('Support', 'Billing', 'Sales', 'Legal'), { maxLength: 12 })

/** The same, counted as one would with a pencil. */
const recount = (given: readonly string[]) => {
  const stops: string[] = []
  for (const at of given) if (stops.at(-1) !== at) stops.push(at)
  const back = stops.filter((at, i) => i > 0 && stops.slice(0, i).includes(at)).length
  const direct = stops.filter((at, i) => i > 1 && stops[i - 2] === at).length
  return { hops: stops.length === 0 ? 0 : stops.length - 1, returns: back, direct }
}

describe('the path of a case', () => {
  it('tells a return from a return straight back', () => {
    const { hops, returns, direct } = countPath(['Support', 'Billing', 'Support', 'Sales', 'Billing'])
    expect([hops, direct]).toEqual([4, 1])
    expect(returns).toEqual([
      { from: 'Billing', to: 'Support', direct: true },
      { from: 'Sales', to: 'Billing', direct: false },
    ])
  })

  it('takes who has the case twice in a row for one stay', () => {
    expect(countPath(['Support', 'Support', 'Billing', 'Billing'])).toEqual({ hops: 1, returns: [], direct: 0 })
  })

  it('of nobody, and of one, has no hop', () => {
    expect(countPath([])).toEqual({ hops: 0, returns: [], direct: 0 })
    expect(countPath(['Support'])).toEqual({ hops: 0, returns: [], direct: 0 })
  })

  it('is counted as with a pencil', () => {
    fc.assert(
      fc.property(path, (given) => {
        const { hops, returns, direct } = countPath(given)
        expect({ hops, returns: returns.length, direct }).toEqual(recount(given))
      }),
    )
  })
})

describe('the pairs that send cases back and forth', () => {
  it('have no order, and count cases apart from times', () => {
    const pairs = pingPongPairs([
      { path: ['Support', 'Billing', 'Support', 'Billing'], cases: 3 },
      { path: ['Billing', 'Support', 'Billing'], cases: 2 },
      { path: ['Support', 'Sales', 'Billing', 'Support'], cases: 9 },
    ])
    expect(pairs).toEqual([{ between: ['Billing', 'Support'], times: 8, cases: 5 }])
  })

  it('hold every return straight back, once', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ path, cases: fc.integer({ min: 1, max: 9 }) }), { maxLength: 8 }), (paths) => {
        const pairs = pingPongPairs(paths)
        const times = paths.reduce((sum, one) => sum + recount(one.path).direct * one.cases, 0)
        expect(pairs.reduce((sum, pair) => sum + pair.times, 0)).toBe(times)
        expect(new Set(pairs.map(({ between }) => between.toSorted().join())).size).toBe(pairs.length)
      }),
    )
  })
})
