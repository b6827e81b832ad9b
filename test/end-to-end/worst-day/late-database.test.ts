import { fileURLToPath } from 'node:url'
import { afterEach, expect, inject, it } from 'vitest'
import { createLogger } from '#adapters/logger.ts'
import { createPracticeWorkspace } from '#adapters/practice/practice-workspace.ts'
import { practiceSeed } from '#adapters/practice/seed.ts'
import { startProduct } from '../../../src/compose.ts'
import { createTestDatabase } from '../../support/database.ts'
import { eventually } from '../../support/eventually.ts'
import { expectSlackToTakeAll } from '../../support/slack/audit.ts'
import { execute } from '../../support/test-server.ts'

const clean: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of clean.splice(0).reverse()) await end()
})

it('a bot whose database goes away before it could begin begins when the database is back', async () => {
  const { url, drop } = await createTestDatabase()
  clean.push(drop)
  const name = new URL(url).pathname.slice(1)
  const server = inject('testServer').url
  const seed = practiceSeed()
  const slack = createPracticeWorkspace(seed)
  await slack.start()
  clean.push(() => slack.stop())
  slack.faults.add({ on: { method: 'auth.test' }, does: { kind: 'error', code: 'service_unavailable' } })
  const { botToken, signingSecret } = seed
  const running = await startProduct(
    {
      slack: { mode: 'http', botToken, signingSecret, apiUrl: slack.apiUrl },
      port: 0,
      databaseUrl: url,
      dataDir: '',
      councilFile: fileURLToPath(new URL('../../../practice/council.yml', import.meta.url)),
      logLevel: 'fatal',
    },
    createLogger('fatal'),
  )
  clean.push(running.stop)
  await execute(server, `ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`)
  await execute(server, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`)
  const ended = running.working.then(
    () => 'working',
    (error: unknown) => `${error}`,
  )
  slack.faults.clear()
  await slack.waitFor(() => slack.calls('auth.test').at(-1)?.answer.ok)
  const readiness = async (): Promise<string> => (await fetch(`http://127.0.0.1:${running.port}/readyz`)).text()
  await eventually(async () => (await readiness()).includes('"slack":"ok"'))
  expect(await Promise.race([ended, readiness()])).toContain('not started yet')
  await execute(server, `ALTER DATABASE "${name}" ALLOW_CONNECTIONS true`)
  expect(await ended).toBe('working')
  expectSlackToTakeAll(slack)
}, 30_000)
