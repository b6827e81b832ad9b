import { expect, it } from 'vitest'
import { report } from '../../../scripts/chaos/report.ts'
import { runChaos } from '../../../scripts/chaos/run.ts'
import { createTestDatabase } from '../../support/database.ts'

it('keeps every promise while people, Slack, bots and database do their worst for a while', async () => {
  const { url, drop } = await createTestDatabase()
  try {
    const outcome = await runChaos({
      seed: 42,
      actMs: 12_000,
      restMs: 90_000,
      bots: 2,
      databaseUrl: url,
      mayCrash: false,
      clocksOff: 0,
      trouble: 0,
      pace: { person: 2_000, fault: 1_500, disaster: 2_500 },
      say: () => undefined,
    })
    expect(outcome.disasters.counts()['bot killed'], report(outcome)).toBeGreaterThan(0)
    expect(Object.keys(outcome.faults).length, report(outcome)).toBeGreaterThan(3)
    expect(outcome.history.issues.length, report(outcome)).toBeGreaterThan(5)
    expect(outcome.broken, report(outcome)).toEqual([])
  } finally {
    await drop()
  }
}, 180_000)
