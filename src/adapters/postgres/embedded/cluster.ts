import { randomBytes } from 'node:crypto'
import { access, chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Place } from './place.ts'
import { isAlive } from './postmaster.ts'
import { run } from './run.ts'

/** An initialised database cluster: its PGDATA, its log file and its superuser. */
export type Cluster = { data: string; logFile: string; user: string; password: string }

const user = 'council'

/** Opens the cluster in the place, initialising it first if there is none. Throws a sentence for people. */
export async function ensureCluster(place: Place, initFlags: readonly string[]): Promise<Cluster> {
  const folder = join(place.home, 'cluster')
  await sweep(place.home)
  if (!(await exists(folder))) await initialise(place, folder, initFlags)
  const data = join(folder, 'data')
  const major = await readCluster(folder, join(data, 'PG_VERSION'))
  const password = await readCluster(folder, join(folder, 'password'))
  if (major !== place.binaries.major) {
    throw new Error(
      `The embedded database in ${folder} was made by PostgreSQL ${major}, but PostgreSQL ${place.binaries.major} is installed: dump it with the old version and load it with the new one.`,
    )
  }
  return { data, logFile: join(folder, 'postgres.log'), user, password }
}

// The cluster is made beside its place and renamed when it is whole, so a kill at any moment leaves nothing half done.
async function initialise(place: Place, folder: string, flags: readonly string[]): Promise<void> {
  const half = `${folder}.${process.pid}.${randomBytes(4).toString('hex')}`
  const pwfile = join(half, 'password')
  await mkdir(half, { mode: 0o700 })
  await writeFile(pwfile, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 })
  const { account } = place
  if (account !== undefined) for (const path of [half, pwfile]) await chown(path, account.uid, account.gid)
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const access = [`--username=${user}`, '--auth=scram-sha-256', `--pwfile=${pwfile}`]
  const args = ['-D', join(half, 'data'), ...locale, ...access, '--no-instructions', ...flags]
  const { code, output } = await run(place.binaries.initdb, args, { account, cwd: half })
  if (code !== 0) {
    await rm(half, { recursive: true, force: true })
    throw new Error(
      `The embedded database could not be initialised in ${place.home} (${output}): mend that, or set DATABASE_URL to a PostgreSQL of your own.`,
    )
  }
  await rename(half, folder).catch(async (cause: unknown) => {
    await rm(half, { recursive: true, force: true })
    // Another bot that started at the same moment was faster: its cluster is as good.
    if (!(await exists(folder))) throw cause
  })
}

/** Removes what an interrupted initialisation left. */
async function sweep(home: string): Promise<void> {
  for (const entry of await readdir(home)) {
    const pid = Number(/^cluster\.(\d+)\.\w+$/.exec(entry)?.[1])
    const isAbandoned = pid === process.pid || (pid > 0 && !isAlive(pid))
    if (isAbandoned) await rm(join(home, entry), { recursive: true, force: true, maxRetries: 5 })
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

async function readCluster(folder: string, file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trim()
  } catch (cause) {
    throw new Error(
      `The embedded database in ${folder} cannot be opened (${String(cause)}): run the bot as the user who made it, or move the folder away to begin anew.`,
      { cause },
    )
  }
}
