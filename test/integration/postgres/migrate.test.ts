import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrate, pendingMigrations } from '#adapters/postgres/migrate.ts'
import { authorMigration } from '#adapters/postgres/migrations/author-migration.ts'
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../../support/database.ts'

let database: TestDatabase
let folder: string

beforeEach(async () => {
  database = await createEmptyDatabase()
  folder = await mkdtemp(join(tmpdir(), 'cx-council-migrations-'))
  await add('001_note', 'CREATE TABLE note (id INT PRIMARY KEY, body TEXT NOT NULL);')
  await add('002_lock', appendOnly)
})

afterEach(async () => {
  await database.drop()
  await rm(folder, { recursive: true })
})

const appendOnly = `-- What is written stays; nobody deletes.
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'append only; % refused', TG_OP;
END;
$$;
CREATE TRIGGER note_is_append_only BEFORE DELETE ON note FOR EACH ROW EXECUTE FUNCTION refuse()`

async function add(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true })
  await writeFile(join(folder, name, 'migration.sql'), sql)
}

async function ask(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows
  } finally {
    await client.end()
  }
}

const history = (): Promise<unknown[]> =>
  ask(
    'SELECT migration_name, finished_at IS NOT NULL, rolled_back_at IS NULL FROM _prisma_migrations ORDER BY started_at',
  )

const bothApplied = [
  ['001_note', true, true],
  ['002_lock', true, true],
]

describe('The migrations', () => {
  it('are applied once when four replicas start at one instant on an empty database', async () => {
    const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(database.url, folder)))
    expect(applied.filter((names) => names.length > 0)).toEqual([['001_note', '002_lock']])
    expect(await history()).toEqual(bothApplied)
  })

  it('do nothing the second time', async () => {
    await migrate(database.url, folder)
    expect(await migrate(database.url, folder)).toEqual([])
    expect(await history()).toEqual(bothApplied)
  })

  it('are pending until they are applied', async () => {
    expect(await pendingMigrations(database.url, folder)).toEqual(['001_note', '002_lock'])
    await migrate(database.url, folder)
    expect(await pendingMigrations(database.url, folder)).toEqual([])
    await add('003_more', 'CREATE TABLE more (id INT);')
    expect(await pendingMigrations(database.url, folder)).toEqual(['003_more'])
    expect(await migrate(database.url, folder)).toEqual(['003_more'])
  })

  it('may contain functions with semicolons', async () => {
    await migrate(database.url, folder)
    await ask("INSERT INTO note VALUES (1, 'first')")
    await expect(ask('DELETE FROM note')).rejects.toThrow('append only; DELETE refused')
  })

  it('that fail leave nothing behind, say why, and are tried again when they are mended', async () => {
    await add('003_bad', "CREATE TABLE half (id INT); INSERT INTO half VALUES ('no number');")
    await expect(migrate(database.url, folder)).rejects.toThrow(/could not be migrated.*003_bad.*invalid input syntax/s)
    expect(await ask("SELECT to_regclass('half')::text")).toEqual([[null]])
    expect(await pendingMigrations(database.url, folder)).toEqual(['003_bad'])
    await add('003_bad', 'CREATE TABLE half (id INT);')
    expect(await migrate(database.url, folder)).toEqual(['003_bad'])
  })

  it('that a kill interrupted are tried again', async () => {
    await migrate(database.url, folder)
    await add('003_cut', 'CREATE TABLE cut_short (id INT);')
    await ask(
      "INSERT INTO _prisma_migrations (id, checksum, migration_name, applied_steps_count) VALUES ('x', '', '003_cut', 0)",
    )
    expect(await migrate(database.url, folder)).toEqual(['003_cut'])
    expect(await pendingMigrations(database.url, folder)).toEqual([])
  })

  it('that cannot run in a transaction are left to a human after a kill', async () => {
    await add('003_index', 'CREATE INDEX CONCURRENTLY note_body ON note (body);')
    expect(await migrate(database.url, folder)).toContain('003_index')
    await ask("UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '003_index'")
    await expect(migrate(database.url, folder)).rejects.toThrow('003_index was begun on this database and not finished')
  })

  it('of a newer version do not disturb an older one', async () => {
    await migrate(database.url, folder)
    await rm(join(folder, '002_lock'), { recursive: true })
    expect(await pendingMigrations(database.url, folder)).toEqual([])
    expect(await migrate(database.url, folder)).toEqual([])
  })

  it('say in a sentence that the database cannot be reached', async () => {
    await expect(migrate('postgresql://nobody@127.0.0.1:1/none', folder)).rejects.toThrow(
      'The database cannot be reached',
    )
  })
})

describe('A new migration', () => {
  const schema = 'datasource db {\n  provider = "postgresql"\n}\nmodel note {\n  id Int @id\n  body String\n'

  it('is what the schema has and the migrations have not', async () => {
    const file = join(folder, 'schema.prisma')
    await writeFile(file, `${schema}  author String?\n}\n`)
    expect(await authorMigration(database.url, file, folder)).toContain(
      'ALTER TABLE "note" ADD COLUMN     "author" TEXT;',
    )
  })

  it('is not written when the migrations say what the schema says', async () => {
    const file = join(folder, 'schema.prisma')
    await writeFile(file, `${schema}}\n`)
    expect(await authorMigration(database.url, file, folder)).toBeUndefined()
  })
})

describe('A test database', () => {
  it('is a clone with every migration of the product applied', async () => {
    const clone = await createTestDatabase()
    expect(await pendingMigrations(clone.url)).toEqual([])
    await clone.drop()
  })
})
