import { readFile } from 'node:fs/promises'
import { readMigrations, wholeSchema } from './migration-files.ts'
import { withSchemaEngine } from './schema-engine.ts'

/**
 * The SQL that leads from the migrations in the folder to the Prisma schema, or undefined when they already agree.
 * Replays the migrations in a shadow database on the server at `url`.
 */
export async function authorMigration(
  url: string,
  schemaFile: string,
  migrationsFolder: string,
): Promise<string | undefined> {
  const migrations = await readMigrations(migrationsFolder)
  const content = await readFile(schemaFile, 'utf8')
  const { exitCode, stdout } = await withSchemaEngine(url, (engine) =>
    engine.diff({
      from: { tag: 'migrations', ...migrations },
      to: { tag: 'schemaDatamodel', files: [{ path: schemaFile, content }] },
      script: true,
      exitCode: true,
      filters: wholeSchema,
    }),
  )
  return exitCode === 0 ? undefined : (stdout ?? '')
}
