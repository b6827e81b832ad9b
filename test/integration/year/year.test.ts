import { afterEach, describe, expect, it } from 'vitest'
import { liveAYear } from '../../support/year/year.ts'

const seed = Number(process.env.SEED ?? 1)
const issues = Number(process.env.ISSUES ?? 60)

let stop = async (): Promise<void> => undefined
afterEach(() => stop())

describe('a year with two processes that die, people who go away, clocks that change and a Slack that fails', () => {
  it(`says everything that is due once, in people’s hours and within their budget (seed ${seed})`, async () => {
    const year = await liveAYear({ seed, issues })
    stop = year.stop
    await year.live()
    if (process.env.SEED) console.info(JSON.stringify(year.figures()))
    expect(year.judge.wrong).toEqual([])
    expect(year.judge.counts.due).toBeGreaterThan(issues)
    expect(year.judge.counts.said).toBeGreaterThan(issues)
    expect(year.figures().merged).toBeGreaterThan(0)
  }, 3_600_000)
})
