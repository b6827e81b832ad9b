import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { execute, urlOfDatabase } from './test-server.ts'

/** A database of one test file's own, on the server of the whole run. */
export type TestDatabase = { url: string; drop(): Promise<void> }

/** Clones the migrated template database (about 30 ms); drop it in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  return cloneOf(inject('testServer').template)
}

/** A database without any table, for tests of the migrations themselves. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return cloneOf('template0')
}

async function cloneOf(template: string): Promise<TestDatabase> {
  const { url } = inject('testServer')
  const name = `cx_test_${randomBytes(6).toString('hex')}`
  await execute(url, `CREATE DATABASE "${name}" TEMPLATE "${template}"`)
  return { url: urlOfDatabase(url, name), drop: () => execute(url, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`) }
}

/** Asks a database for rows, on a connection of its own. */
export async function rowsOf(url: string, sql: string, ...values: unknown[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql, values)).rows
  } finally {
    await client.end()
  }
}
