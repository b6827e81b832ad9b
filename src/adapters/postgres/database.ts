import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from './generated/client.ts'

/** Connections of a pool. A process has two, so that nobody's answer waits behind work that can wait; the queue has its own. */
const poolSize = 8

/** How long the database may work on a statement, as when it waits for a lock; milliseconds. */
const statementWithin = 4_000

/** How long an answer may be under way before its connection counts as dead; longer than the database may work. */
const answerWithin = 5_000

export type Database = PrismaClient

/**
 * Connections to the database behind a URL, opened when they are first asked for; those that are broken, or silent for
 * too long, are replaced.
 */
export const createPool = (url: string): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 800,
    query_timeout: answerWithin,
    keepAlive: true,
    // Said in the session, because what stands between us and the database may not take it at the start.
    onConnect: (client) => client.query(`SET statement_timeout = ${statementWithin}`),
  })
  pool.on('error', () => undefined)
  return pool
}

/** The same database with its tables as Prisma knows them. */
export const createDatabase = (pool: pg.Pool): Database => new PrismaClient({ adapter: new PrismaPg(pool) })

/** Throws when the database does not answer. */
export const ping = async (database: Database): Promise<undefined> => {
  await database.$queryRaw`SELECT 1`
}

/** Takes everything out of a database: tables, queues and their history. */
export const emptyDatabase = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(
      'DROP SCHEMA IF EXISTS pgboss CASCADE; DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public',
    )
  } finally {
    await client.end()
  }
}
