// Generates the Prisma client without a network: `prisma generate` would otherwise download a schema engine it does not
// use. Naming any existing executable as that engine keeps it from trying.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

if (!existsSync('node_modules/prisma')) process.exit(0)
const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' }
const run = spawnSync(process.execPath, ['node_modules/prisma/build/index.js', 'generate', '--no-hints'], {
  env,
  encoding: 'utf8',
})
if (run.status !== 0) process.stderr.write(`${run.stdout}\n${run.stderr}\n`)
process.exit(run.status ?? 1)
