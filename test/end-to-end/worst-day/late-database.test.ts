import { fileURLToPath } from 'node:url'
import { afterEach, expect, inject, it } from 'vitest'
import { createLogger } from '#adapters/logger.ts'
import { createPracticeWorkspace, type PracticeWorkspace } from '#adapters/practice/practice-workspace.ts'
import { practiceSeed } from '#adapters/practice/seed.ts'
import { startProduct } from '../../../src/compose.ts'
import type { Config } from '../../../src/config.ts'
import { freePort } from '../../support/bot-process.ts'
import { createTestDatabase } from '../../support/database.ts'
import { eventually } from '../../support/eventually.ts'
import { expectSlackToTakeAll } from '../../support/slack/audit.ts'
import { execute } from '../../support/test-server.ts'

const clean: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of clean.splice(0).reverse()) await end()
})

const config = (slack: PracticeWorkspace, databaseUrl: string, port: number): Config => ({
  slack: {
    mode: 'http',
    botToken: slack.world.options.botToken,
    signingSecret: practiceSeed().signingSecret,
    apiUrl: slack.apiUrl,
  },
  port,
  databaseUrl,
  dataDir: '',
  councilFile: fileURLToPath(new URL('../../../practice/council.yml', import.meta.url)),
  logLevel: 'fatal',
})

it('a bot that is started while its database is away says so, and begins when that is there', async () => {
  const { url, drop } = await createTestDatabase()
  clean.push(drop)
  const name = new URL(url).pathname.slice(1)
  const server = inject('testServer').url
  const slack = createPracticeWorkspace(practiceSeed())
  await slack.start()
  clean.push(() => slack.stop())
  await execute(server, `ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`)
  const port = await freePort()
  const starting = startProduct(config(slack, url, port), createLogger('fatal'))
  starting.then(({ stop }) => clean.push(stop)).catch(() => undefined)
  const readiness = () => fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined)
  const early = await eventually(async () => await Promise.race([readiness(), starting.then(() => undefined)]))
  expect([early?.status, await early?.text()]).toEqual([503, expect.stringContaining('cannot be reached')])
  await execute(server, `ALTER DATABASE "${name}" ALLOW_CONNECTIONS true`)
  await (await starting).working
  expect((await readiness())?.status).toBe(200)
}, 30_000)

it('a bot whose database address is wrong ends with a sentence', async () => {
  const { url, drop } = await createTestDatabase()
  clean.push(drop)
  const slack = createPracticeWorkspace(practiceSeed())
  await slack.start()
  clean.push(() => slack.stop())
  const elsewhere = new URL(url)
  elsewhere.pathname = '/nowhere'
  const starting = startProduct(config(slack, elsewhere.href, 0), createLogger('fatal'))
  await expect(starting).rejects.toThrow('The database cannot be reached')
})

it('a bot whose database goes away before it could begin begins when the database is back', async () => {
  const { url, drop } = await createTestDatabase()
  clean.push(drop)
  const name = new URL(url).pathname.slice(1)
  const server = inject('testServer').url
  const slack = createPracticeWorkspace(practiceSeed())
  await slack.start()
  clean.push(() => slack.stop())
  slack.faults.add({ on: { method: 'auth.test' }, does: { kind: 'error', code: 'service_unavailable' } })
  const running = await startProduct(config(slack, url, 0), createLogger('fatal'))
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
