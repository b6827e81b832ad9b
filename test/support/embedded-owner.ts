// A process of its own that starts the embedded database in the folder it is given, says where, and stays until it is killed or
// its input ends, which comes with the end of its parent.
import { startEmbeddedPostgres } from '#adapters/postgres/embedded/start-embedded-postgres.ts'

const dataDir = process.argv[2]
if (dataDir === undefined) throw new Error('Usage: node embedded-owner.ts FOLDER')

process.stdin.resume().once('end', () => process.exit())
try {
  const log = { info: (message: string) => process.stderr.write(`${message}\n`) }
  const { url } = await startEmbeddedPostgres({ dataDir, log })
  process.stdout.write(`${url}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
}
