import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPace, type Limit } from '#adapters/slack/web/pace.ts'
import { DeliveryError } from '#application/delivery-error.ts'

const stand = () => {
  let at = 1_000_000
  let paused = 0
  const pace = createPace({ now: () => new Date(at) }, async (ms) => {
    paused = ms
  })
  const limit: Limit = { burst: 3, everyMs: 10_000 }
  /** Milliseconds that the caller was sent away for; 0 when it was its turn at once or soon. */
  const ask = async (name: string, line = 'C1', of = limit): Promise<number> => {
    paused = 0
    try {
      await pace.turn({ method: 'post', line, name, limit: of })
      return 0
    } catch (error) {
      if (!(error instanceof DeliveryError) || error.kind !== 'later') throw error
      return error.retryAfterMs ?? Number.NaN
    }
  }
  const pass = (ms: number): void => {
    at += ms
  }
  return { pace, ask, pass, turnAt: () => at + paused }
}

describe('turns at calling Slack', () => {
  it('are given at once while there are few, then one at a time', async () => {
    const { ask } = stand()
    expect(await Promise.all(['a', 'b', 'c'].map((name) => ask(name)))).toEqual([0, 0, 0])
    expect(await ask('d')).toBe(10_000)
    expect(await ask('e')).toBe(20_000)
  })

  it('in one channel do not wait for another channel', async () => {
    const { ask } = stand()
    for (const name of ['a', 'b', 'c', 'd']) await ask(name)
    expect(await ask('x', 'C2')).toBe(0)
  })

  it('are kept for who has to come back, and not given to others meanwhile', async () => {
    const { ask, pass } = stand()
    for (const name of ['a', 'b', 'c']) await ask(name)
    expect(await ask('late')).toBe(10_000)
    pass(10_000)
    expect(await ask('other')).toBe(10_000)
    expect(await ask('late')).toBe(0)
  })

  it('wait as long as Slack asks, in every channel', async () => {
    const { pace, ask, pass } = stand()
    pace.holdBack('post', 30_000)
    expect(await ask('a', 'C1')).toBe(30_000)
    expect(await ask('b', 'C2')).toBe(30_000)
    pass(30_000)
    expect(await ask('a', 'C1')).toBe(0)
  })

  it('never exceed the limit, however callers come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(15_000), { maxLength: 60 }), async (gaps) => {
        const { ask, pass, turnAt } = stand()
        const limit = { burst: 4, everyMs: 5_000 }
        const given: number[] = []
        for (const [i, gap] of gaps.entries()) {
          pass(gap)
          if ((await ask(`n${i}`, 'C1', limit)) === 0) given.push(turnAt())
        }
        for (const [i, from] of given.entries())
          for (const [j, to] of given.slice(i).entries())
            expect(j + 1).toBeLessThanOrEqual(limit.burst + (to - from) / limit.everyMs)
      }),
    )
  })
})
