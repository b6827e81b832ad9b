import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from './generated/client.ts'

/** Connections of one process for its own queries; the job queue has a few of its own. */
const poolSize = 10

export type Database = PrismaClient

/** The connections to a database, opened as they are needed, and closed with the `Database` that uses them. */
export const createPool = (url: string): pg.Pool =>
  new pg.Pool({ connectionString: url, max: poolSize, connectionTimeoutMillis: 800, keepAlive: true })

/** One transaction of the database. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0]

/** The database behind a URL; connects when it is first asked. Waiting and working together stay within 2.5 s. */
export const createDatabase = (url: string, pool = createPool(url)): Database =>
  new PrismaClient({
    adapter: new PrismaPg(pool, { disposeExternalPool: true }),
    transactionOptions: { maxWait: 800, timeout: 1_700 },
  })

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
