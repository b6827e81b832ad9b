// Authors prisma/migrations/<time>_<name>/migration.sql from what prisma/schema.prisma has that the migrations have not.
// Usage: node scripts/new-migration.mjs NAME [FOLDER], where FOLDER (default: prisma) holds schema.prisma and migrations.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { startEmbeddedPostgres } from '../src/adapters/postgres/embedded/start-embedded-postgres.ts'
import { authorMigration } from '../src/adapters/postgres/migrations/author-migration.ts'

const [name, folder = 'prisma'] = process.argv.slice(2)
if (name === undefined || !/^[a-z0-9_]+$/.test(name)) {
  process.stderr.write('Usage: node scripts/new-migration.mjs NAME, in lower case with underscores: add_departments\n')
  process.exit(1)
}

const migrations = resolve(folder, 'migrations')
const dataDir = await mkdtemp(join(tmpdir(), 'new-migration-'))
const server = await startEmbeddedPostgres({ dataDir, log: { info: () => undefined }, volatile: true })
try {
  const sql = await authorMigration(server.url, resolve(folder, 'schema.prisma'), migrations)
  if (sql === undefined) {
    process.stdout.write('The migrations already say what the schema says: nothing to write.\n')
  } else {
    const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
    const file = join(migrations, `${time}_${name}`, 'migration.sql')
    await mkdir(resolve(file, '..'), { recursive: true })
    await writeFile(file, sql)
    await writeLockFile()
    process.stdout.write(`Wrote ${file}: read it before you commit it.\n`)
  }
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
} finally {
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
}

async function writeLockFile() {
  const file = join(migrations, 'migration_lock.toml')
  const existing = await readFile(file, 'utf8').catch(() => undefined)
  if (existing === undefined) await writeFile(file, 'provider = "postgresql"\n')
}
