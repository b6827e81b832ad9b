import { expect, it } from 'vitest'
import { report } from '../../../scripts/chaos/report.ts'
import { runChaos } from '../../../scripts/chaos/run.ts'
import { createTestDatabase } from '../../support/database.ts'

it('keeps every promise while people, Slack, bots and database do their worst for a while', async () => {
  const { url, drop } = await createTestDatabase()
  try {
    const outcome = await runChaos({
      seed: 42,
      actMs: 7_000,
      restMs: 60_000,
      bots: 2,
      databaseUrl: url,
      mayCrash: false,
      pace: { person: 5_000, fault: 1_500, disaster: 3_000 },
      say: () => undefined,
    })
    expect(outcome.history.issues.length, report(outcome)).toBeGreaterThan(5)
    expect(outcome.broken, report(outcome)).toEqual([])
  } finally {
    await drop()
  }
}, 150_000)
