import { fileURLToPath } from 'node:url'
import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'
import { isAtomic } from './migrations/atomic-script.ts'
import { readMigrations, wholeSchema } from './migrations/migration-files.ts'
import { withSchemaEngine } from './migrations/schema-engine.ts'

const ownMigrations = fileURLToPath(new URL('../../../prisma/migrations', import.meta.url))
const lockKey = 7_190_211_306
const connectLimitMs = 10_000

/**
 * Brings the database up to the migrations in the folder and gives the names of those it applied, oldest first. Of
 * several callers at once one migrates and the others wait for it. Throws a sentence for people; what was applied stays.
 */
export async function migrate(url: string, folder = ownMigrations): Promise<string[]> {
  const migrations = await readMigrations(folder)
  return withClient(url, async (client) => {
    if (namesToApply(migrations, await readHistory(client)).length === 0) return []
    await client.query('SELECT pg_advisory_lock($1)', [lockKey])
    const history = await readHistory(client)
    const names = namesToApply(migrations, history)
    if (names.length === 0) return []
    const unfinished = unfinishedNames(migrations, history)
    try {
      return await apply(url, migrations, unfinished)
    } catch (cause) {
      throw new Error(await explain(client, cause), { cause })
    }
  })
}

/** The names of the migrations in the folder that the database lacks; throws when it cannot be reached within 10 s. */
export async function pendingMigrations(url: string, folder = ownMigrations): Promise<string[]> {
  const migrations = await readMigrations(folder)
  return withClient(url, async (client) => namesToApply(migrations, await readHistory(client)), connectLimitMs)
}

async function apply(url: string, migrationsList: MigrationList, unfinished: string[]): Promise<string[]> {
  return withSchemaEngine(url, async (engine) => {
    for (const migrationName of unfinished) await engine.markMigrationRolledBack({ migrationName })
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: wholeSchema })
    return appliedMigrationNames
  })
}

// The engine's message ends with a trace of its Rust code, and does not name the migration.
async function explain(client: pg.Client, cause: unknown): Promise<string> {
  const message = (cause instanceof Error ? cause.message : String(cause)).split('\n   0:')[0]
  const failed = (await readHistory(client).catch(() => [])).find((row) => !row.isFinished)
  const where = failed === undefined ? '' : ` (migration ${failed.name})`
  return `The database could not be migrated${where}: ${message?.replace('external connector error\n', '').trim()}`
}

type HistoryRow = { name: string; isFinished: boolean }

async function readHistory(client: pg.Client): Promise<HistoryRow[]> {
  const table = await client.query<{ name: string | null }>("SELECT to_regclass('_prisma_migrations')::text AS name")
  if (table.rows[0]?.name == null) return []
  const { rows } = await client.query<HistoryRow>(
    `SELECT migration_name AS name, finished_at IS NOT NULL AS "isFinished"
     FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  )
  return rows
}

function namesToApply({ migrationDirectories }: MigrationList, history: HistoryRow[]): string[] {
  const finished = new Set(history.filter((row) => row.isFinished).map((row) => row.name))
  return migrationDirectories.map((directory) => directory.path).filter((name) => !finished.has(name))
}

// What an earlier start began and did not finish was not applied, and is tried again, where a script is all or nothing.
function unfinishedNames({ migrationDirectories }: MigrationList, history: HistoryRow[]): string[] {
  const unfinished = history.filter((row) => !row.isFinished).map((row) => row.name)
  for (const { path, migrationFile } of migrationDirectories) {
    const { tag, value } = migrationFile.content
    if (tag === 'ok' && unfinished.includes(path) && !isAtomic(value)) {
      throw new Error(
        `Migration ${path} was begun on this database and not finished, and is not all or nothing: see by hand what it did, finish or undo it, then set finished_at or rolled_back_at of its row in _prisma_migrations.`,
      )
    }
  }
  return unfinished
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>, answerMs = 0): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: connectLimitMs,
    query_timeout: answerMs,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (cause) {
    await client.end().catch(() => undefined)
    throw new Error(`The database cannot be reached: ${cause instanceof Error ? cause.message : cause}`, { cause })
  }
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
