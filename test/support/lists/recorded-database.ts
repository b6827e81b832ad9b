import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import type { Database } from '#adapters/postgres/database.ts'
import { PrismaClient } from '#adapters/postgres/generated/client.ts'

/** A statement as it went to PostgreSQL. */
export type Statement = { readonly text: string; readonly values: readonly unknown[] }

/** A database that remembers what it was asked, and can say how PostgreSQL answers each of it. */
export type RecordedDatabase = {
  readonly database: Database
  readonly pool: pg.Pool
  /** What was asked since it was last called. */
  readonly statements: () => readonly Statement[]
  /** EXPLAIN (ANALYZE, BUFFERS) of a statement with its values, a line each. */
  readonly plan: (statement: Statement) => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

/** Our database over a pool whose statements are noted on their way. */
export function recordedDatabase(url: string): RecordedDatabase {
  const pool = new pg.Pool({ connectionString: url, max: 4 })
  const noted: Statement[] = []
  const query = pool.query.bind(pool) as (statement: Statement, values?: readonly unknown[]) => Promise<unknown>
  const noting = (statement: Statement, values: readonly unknown[] = statement.values): Promise<unknown> => {
    noted.push({ text: statement.text, values })
    return query(statement, values)
  }
  const recorded: pg.Pool = Object.assign(pool, { query: noting })
  const database: Database = new PrismaClient({ adapter: new PrismaPg(recorded) })
  const plan = async ({ text, values }: Statement): Promise<readonly string[]> => {
    const rows = (await query({ text: `EXPLAIN (ANALYZE, BUFFERS) ${text}`, values }, values)) as {
      rows: { 'QUERY PLAN': string }[]
    }
    return rows.rows.map((row) => row['QUERY PLAN'])
  }
  const close = async (): Promise<void> => {
    await database.$disconnect()
    await pool.end()
  }
  return { database, pool: recorded, statements: () => noted.splice(0), plan, close }
}
