// A process of its own that starts the embedded database in the folder it is given, begins the work it is given (SQL,
// which it does not wait for), says where, and stays until it is killed or its input ends, which comes with the end of
// its parent.
import pg from 'pg'
import { startEmbeddedPostgres } from '#adapters/postgres/embedded/start-embedded-postgres.ts'

const [dataDir, work] = process.argv.slice(2)
if (dataDir === undefined) throw new Error('Usage: node embedded-owner.ts FOLDER [SQL]')

process.stdin.resume().once('end', () => process.exit())
try {
  const log = { info: (message: string) => process.stderr.write(`${message}\n`) }
  const { url } = await startEmbeddedPostgres({ dataDir, log })
  if (work !== undefined) {
    const client = new pg.Client({ connectionString: url, application_name: 'open work' })
    await client.connect()
    void client.query(work).catch(() => undefined)
  }
  process.stdout.write(`${url}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
}
