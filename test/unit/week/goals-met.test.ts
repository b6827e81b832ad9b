import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare, judgeNumbers, metTogether, wilsonInterval } from '#domain/week/goals-met.ts'
import type { Scorecard } from '#domain/week/scorecard.ts'

const goals = { toldInTime: 0.8, sentAround: 0.1, explainedAgain: 0.1 }
const card = (told: number, sent: number, due: number, yes = 0, answers = due, closed = answers): Scorecard => ({
  toldInTime: { x: told, n: due },
  sentAround: { x: sent, n: due },
  explainedAgain: { yes, answers, closed, tooFew: answers < 0.6 * closed },
})
const judged = (week: Scorecard, fourWeeks: Scorecard = week) => judgeNumbers(week, fourWeeks, goals)

describe('a goal', () => {
  it('is met when it is just reached', () => {
    const numbers = judged(card(24, 3, 30, 2, 20))
    expect(numbers.toldInTime).toEqual({ verdict: 'met', basis: { x: 24, n: 30, weeks: 1 } })
    expect(numbers.sentAround.verdict).toBe('met')
    expect(numbers.explainedAgain.verdict).toBe('met')
  })
  it('is not yet met one issue short of it', () => {
    const numbers = judged(card(23, 4, 30, 3, 20))
    expect(numbers.toldInTime.verdict).toBe('not_yet')
    expect(numbers.sentAround.verdict).toBe('not_yet')
    expect(numbers.explainedAgain.verdict).toBe('not_yet')
  })
  it('is judged over four weeks when the week has fewer than 20 cases', () => {
    const numbers = judged(card(19, 0, 19, 0), card(30, 10, 40, 1))
    expect(numbers.toldInTime).toEqual({ verdict: 'not_yet', basis: { x: 30, n: 40, weeks: 4 } })
    expect(numbers.sentAround).toEqual({ verdict: 'not_yet', basis: { x: 10, n: 40, weeks: 4 } })
    expect(numbers.explainedAgain).toEqual({ verdict: 'met', basis: { x: 1, n: 40, weeks: 4 } })
    expect(judged(card(20, 0, 20), card(0, 80, 80)).toldInTime).toMatchObject({ verdict: 'met', basis: { weeks: 1 } })
  })
  it('has too few cases when four weeks do not bring 20 either', () => {
    expect(judged(card(5, 0, 5), card(19, 0, 19)).toldInTime).toEqual({ verdict: 'too_few' })
    expect(judged(card(0, 0, 0), card(0, 0, 0)).explainedAgain).toEqual({ verdict: 'too_few' })
  })
  it('has too few answers when fewer than 60 % of the week or of the four weeks answered', () => {
    const quiet = card(40, 0, 40, 0, 23, 40)
    const spoken = card(40, 0, 40, 0, 24, 40)
    expect(judged(quiet, spoken).explainedAgain).toEqual({ verdict: 'too_few' })
    expect(judged(spoken, quiet).explainedAgain.verdict).toBe('met')
    expect(judged(card(9, 0, 9, 0, 5, 9), spoken).explainedAgain).toEqual({ verdict: 'too_few' })
    expect(judged(card(9, 0, 9), quiet).explainedAgain).toEqual({ verdict: 'too_few' })
  })
})

describe('the goals together', () => {
  it('are met when all three are', () => {
    expect(metTogether(judged(card(24, 3, 30, 2, 20)))).toBe('met')
  })
  it('are not yet met when one is not, whatever the others', () => {
    expect(metTogether(judged(card(23, 3, 30, 2, 20)))).toBe('not_yet')
    expect(metTogether(judged(card(23, 3, 30, 0, 0, 20)))).toBe('not_yet')
  })
  it('cannot be judged while one has too few cases and the others are met', () => {
    expect(metTogether(judged(card(24, 3, 30, 0, 0, 20)))).toBe('too_few')
  })
})

describe('better and worse', () => {
  it('are said only when chance cannot explain the change', () => {
    expect(compare({ x: 24, n: 30 }, { x: 20, n: 30 }, 'higher')).toBe('same')
    expect(compare({ x: 27, n: 30 }, { x: 12, n: 30 }, 'higher')).toBe('better')
    expect(compare({ x: 27, n: 30 }, { x: 12, n: 30 }, 'lower')).toBe('worse')
    expect(compare({ x: 1, n: 1 }, { x: 0, n: 1 }, 'higher')).toBe('same')
    expect(compare({ x: 0, n: 0 }, { x: 30, n: 30 }, 'higher')).toBe('same')
  })
  const share = fc.nat(200).chain((n) => fc.record({ x: fc.nat(n), n: fc.constant(n) }))
  it('rest on Wilson’s interval: at its ends the share is 1.645 standard errors away', () => {
    fc.assert(
      fc.property(share, ({ x, n }) => {
        fc.pre(n > 0)
        for (const end of wilsonInterval({ x, n })) {
          expect(Math.abs(x / n - end)).toBeCloseTo(1.6448536 * Math.sqrt((end * (1 - end)) / n), 6)
        }
      }),
    )
  })
  it('rest on an interval that holds the share and lies between none and all', () => {
    fc.assert(
      fc.property(share, ({ x, n }) => {
        const [low, high] = wilsonInterval({ x, n })
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        if (n > 0) expect(low - 1e-12 <= x / n && x / n <= high + 1e-12).toBe(true)
      }),
    )
  })
  it('turn round when the weeks are exchanged or the aim is', () => {
    const turned = { better: 'worse', worse: 'better', same: 'same' } as const
    fc.assert(
      fc.property(share, share, (now, before) => {
        const change = compare(now, before, 'higher')
        expect(compare(before, now, 'higher')).toBe(turned[change])
        expect(compare(now, before, 'lower')).toBe(turned[change])
      }),
    )
  })
})
