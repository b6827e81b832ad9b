import { randomBytes } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbeddedPostgres } from '#adapters/postgres/embedded/start-embedded-postgres.ts'
import { migrate } from '#adapters/postgres/migrate.ts'
import { removeWhenWeEnd } from './remove-when-we-end.ts'

/** A PostgreSQL for one test run, with a migrated database to clone. */
export type TestServer = { url: string; template: string; stop(): Promise<void> }

/** Starts an embedded server in a temporary folder, or uses the one at DATABASE_URL_TEST. */
export async function startTestServer(): Promise<TestServer> {
  const given = process.env.DATABASE_URL_TEST
  const server = given ? { url: given, stop: async () => undefined } : await startTemporaryServer()
  const template = `cx_template_${randomBytes(6).toString('hex')}`
  const stop = async (): Promise<void> => {
    if (given) await execute(given, `DROP DATABASE IF EXISTS "${template}"`)
    await server.stop()
  }
  try {
    await execute(server.url, `CREATE DATABASE "${template}" TEMPLATE template0`)
    await migrate(urlOfDatabase(server.url, template))
    return { url: server.url, template, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The same server's URL for another database. */
export function urlOfDatabase(serverUrl: string, database: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}

/** Runs one statement on a connection of its own. */
export async function execute(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

async function startTemporaryServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'cx-council-test-'))
  const remove = removeWhenWeEnd(dataDir)
  try {
    const server = await startEmbeddedPostgres({ dataDir, log: { info: () => undefined }, volatile: true })
    const stop = async (): Promise<void> => {
      await server.stop()
      await remove()
    }
    return { url: server.url, stop }
  } catch (error) {
    await remove()
    throw error
  }
}
