import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startEmbeddedPostgres } from '#adapters/postgres/embedded/start-embedded-postgres.ts'
import { urlOfDatabase } from '../../test/support/test-server.ts'
import { report } from './report.ts'
import { runChaos } from './run.ts'
import { ask } from './world/database.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '2' },
    bots: { type: 'string', default: '2' },
  },
})

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const dataDir = await mkdtemp(join(tmpdir(), 'cx-chaos-data-'))
const database = await startEmbeddedPostgres({ dataDir, log: { info: say } })
try {
  await ask(database.url, 'CREATE DATABASE chaos')
  const outcome = await runChaos({
    seed: Number(values.seed),
    actMs: Number(values.minutes) * 60_000,
    restMs: 900_000,
    bots: Number(values.bots),
    databaseUrl: urlOfDatabase(database.url, 'chaos'),
    mayCrash: true,
    clocksOff: 120_000,
    trouble: 30_000,
    pace: { person: 60_000, fault: 6_000, disaster: 20_000 },
    say,
  })
  say(report(outcome))
  process.exitCode = outcome.broken.length > 0 ? 1 : 0
} finally {
  await database.stop()
  await rm(dataDir, { recursive: true, force: true })
}
