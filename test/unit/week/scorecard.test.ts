import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type IssueFacts, scorecard } from '#domain/week/scorecard.ts'

const day = (number: number, hour = 12) => new Date(Date.UTC(2026, 10, number, hour))
const week = { from: day(16, 8), to: day(23, 8) }
const issue = (number: number, facts: Partial<IssueFacts> = {}): IssueFacts => ({
  number,
  flaggedAt: day(10),
  deadlineAt: day(18),
  attempts: 0,
  ...facts,
})
type Answer = 'yes' | 'no' | 'not_asked'
const closedOn = (at: Date, explainedAgain: Answer = 'not_asked'): Partial<IssueFacts> => ({
  closedAt: at,
  closing: { outcome: 'told', at, attempts: 0, explainedAgain },
})
const told = (...facts: IssueFacts[]) => scorecard(facts, week).toldInTime
const sent = (...facts: IssueFacts[]) => scorecard(facts, week).sentAround
const again = (...facts: IssueFacts[]) => scorecard(facts, week).explainedAgain

describe('an issue counts in the week of its deadline', () => {
  it('open or closed', () => {
    expect(told(issue(1), issue(2, closedOn(day(17))))).toEqual({ x: 1, n: 2 })
  })
  it('from the start of the week up to, and not at, its end', () => {
    expect(told(issue(1, { deadlineAt: week.from }))).toEqual({ x: 0, n: 1 })
    expect(told(issue(1, { deadlineAt: week.to }))).toEqual({ x: 0, n: 0 })
  })
  it('unless it was withdrawn before the deadline', () => {
    expect(told(issue(1, { withdrawnAt: day(18, 11) }))).toEqual({ x: 0, n: 0 })
    expect(told(issue(1, { withdrawnAt: day(18, 12) }))).toEqual({ x: 0, n: 1 })
  })
})

describe('a customer was told in time', () => {
  it('at the deadline, and not after it', () => {
    expect(told(issue(1, closedOn(day(18))))).toEqual({ x: 1, n: 1 })
    expect(told(issue(1, closedOn(day(18, 13))))).toEqual({ x: 0, n: 1 })
  })
  it('when told before the deadline and closed after it', () => {
    expect(told(issue(1, { ...closedOn(day(17)), closedAt: day(20) }))).toEqual({ x: 1, n: 1 })
  })
  it('when three attempts to tell were made, and not when two were', () => {
    const tried = (attempts: number) =>
      issue(1, {
        closedAt: day(17),
        closing: { outcome: 'could_not_be_told', at: day(17), attempts, explainedAgain: 'not_asked' },
      })
    expect(told(tried(3))).toEqual({ x: 1, n: 1 })
    expect(told(tried(2))).toEqual({ x: 0, n: 1 })
  })
  it('unless the issue was reopened within 14 days', () => {
    const reopened = (at: Date) => told(issue(1, { ...closedOn(day(14)), reopenedAt: [at] }))
    expect(reopened(day(14))).toEqual({ x: 0, n: 1 })
    expect(reopened(day(28))).toEqual({ x: 0, n: 1 })
    expect(reopened(day(28, 13))).toEqual({ x: 1, n: 1 })
  })
  it('again, when it was reopened and closed once more by the deadline', () => {
    expect(told(issue(1, { ...closedOn(day(17)), reopenedAt: [day(15)] }))).toEqual({ x: 1, n: 1 })
  })
})

describe('a customer was sent around', () => {
  it('with the second attempt to move the issue', () => {
    expect(sent(issue(1), issue(2, { attempts: 1 }), issue(3, { attempts: 2 }), issue(4, { attempts: 5 }))).toEqual({
      x: 2,
      n: 4,
    })
  })
})

describe('merged issues', () => {
  it('count once, by the one they go on in, which has their attempts', () => {
    expect(sent(issue(1, { attempts: 2 }), issue(2, { attempts: 2, mergedInto: 1 }))).toEqual({ x: 1, n: 1 })
    const chain = [issue(1, { mergedInto: 2, attempts: 3 }), issue(2, { mergedInto: 3, attempts: 3 }), issue(3)]
    expect(sent(...chain)).toEqual({ x: 0, n: 1 })
  })
  it('do not count when what they were merged into is withdrawn, unknown or themselves', () => {
    expect(told(issue(1, { mergedInto: 2 }), issue(2, { withdrawnAt: day(17) }))).toEqual({ x: 0, n: 0 })
    expect(told(issue(1, { mergedInto: 9 }))).toEqual({ x: 0, n: 0 })
    expect(told(issue(1, { mergedInto: 2 }), issue(2, { mergedInto: 1 }))).toEqual({ x: 0, n: 0 })
  })
})

describe('customers who had to explain again', () => {
  const on = (at: Date, answer: Answer) => closedOn(at, answer)
  it('are counted among the answers of the issues closed in the week, whenever they were due', () => {
    const facts = [
      issue(1, on(day(17), 'yes')),
      issue(2, on(day(17), 'no')),
      issue(3, { ...on(day(20), 'no'), deadlineAt: day(5) }),
      issue(4, on(day(20), 'not_asked')),
      issue(5, on(day(15), 'yes')),
      issue(6, on(week.to, 'yes')),
    ]
    expect(again(...facts)).toEqual({ yes: 1, answers: 3, closed: 4, tooFew: false })
  })
  it('are too few to tell when fewer than 60 % answered', () => {
    const answers = (...given: Answer[]) => again(...given.map((answer, i) => issue(i, on(day(17), answer)))).tooFew
    expect(answers('yes', 'no', 'no', 'not_asked', 'not_asked')).toBe(false)
    expect(answers('yes', 'no', 'not_asked', 'not_asked')).toBe(true)
    expect(answers()).toBe(false)
  })
  it('are not counted while the issue is open again', () => {
    expect(again(issue(1, { ...on(day(17), 'yes'), reopenedAt: [day(19)] }))).toMatchObject({ closed: 0 })
    expect(again(issue(1, { ...on(day(17), 'yes'), reopenedAt: [day(16)] }))).toMatchObject({ closed: 1 })
  })
})

describe('the three numbers of any issues', () => {
  const at = fc.integer({ min: 0, max: 40 * 24 }).map((hours) => new Date(Date.UTC(2026, 9, 25, hours)))
  const anyFacts: fc.Arbitrary<IssueFacts[]> = fc
    .array(
      fc.record(
        {
          flaggedAt: at,
          deadlineAt: at,
          attempts: fc.nat(3),
          closedAt: at,
          closing: fc.record({
            outcome: fc.constantFrom('told' as const, 'could_not_be_told' as const),
            at,
            attempts: fc.nat(4),
            explainedAgain: fc.constantFrom<Answer>('yes', 'no', 'not_asked'),
          }),
          reopenedAt: fc.array(at, { maxLength: 2 }),
          withdrawnAt: at,
          mergedInto: fc.nat(12),
        },
        { requiredKeys: ['flaggedAt', 'deadlineAt', 'attempts'] },
      ),
      { maxLength: 12 },
    )
    .map((all) => all.map((facts, number) => ({ number, ...facts })))

  it('are parts of their wholes, and no issue is lost or counted twice between two weeks', () => {
    fc.assert(
      fc.property(anyFacts, at, at, at, (facts, ...times) => {
        const [from = new Date(0), middle = from, to = from] = times.toSorted((a, b) => a.getTime() - b.getTime())
        const whole = scorecard(facts, { from, to })
        const parts = [scorecard(facts, { from, to: middle }), scorecard(facts, { from: middle, to })]
        for (const key of ['toldInTime', 'sentAround'] as const) {
          expect(whole[key].x).toBeLessThanOrEqual(whole[key].n)
          expect(whole[key].x).toBe(parts.reduce((sum, part) => sum + part[key].x, 0))
          expect(whole[key].n).toBe(parts.reduce((sum, part) => sum + part[key].n, 0))
        }
        const { yes, answers, closed } = whole.explainedAgain
        expect(yes <= answers && answers <= closed).toBe(true)
        expect(closed).toBe(parts.reduce((sum, part) => sum + part.explainedAgain.closed, 0))
      }),
      { numRuns: 300 },
    )
  })
  it('do not depend on the order of the issues', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(scorecard(facts.toReversed(), week)).toEqual(scorecard(facts, week))
      }),
    )
  })
  it('never improve by another attempt or by reopening', () => {
    fc.assert(
      fc.property(anyFacts, at, (facts, reopened) => {
        const before = scorecard(facts, week)
        const worse = facts.map((one) => ({
          ...one,
          attempts: one.attempts + 1,
          reopenedAt: [...(one.reopenedAt ?? []), reopened],
        }))
        const after = scorecard(worse, week)
        expect(after.sentAround.x).toBeGreaterThanOrEqual(before.sentAround.x)
        expect(after.toldInTime.x).toBeLessThanOrEqual(before.toldInTime.x)
        expect(after.toldInTime.n).toBe(before.toldInTime.n)
      }),
    )
  })
})
