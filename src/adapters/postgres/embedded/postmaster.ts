import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { platform } from 'node:os'
import { join } from 'node:path'

/** What a running PostgreSQL says about itself in postmaster.pid. */
export type Postmaster = { pid: number; port: number; isReady: boolean }

/** Whether a process with this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The PostgreSQL that runs on this PGDATA now, if one does. */
export async function findPostmaster(data: string): Promise<Postmaster | undefined> {
  const lines = (await readLockFile(data))?.split('\n') ?? []
  const pid = Number(lines[0])
  if (!(pid > 0) || !isAlive(pid) || !isOurs(pid, data)) return undefined
  return { pid, port: Number(lines[3] ?? 0), isReady: lines[7]?.trim() === 'ready' }
}

/**
 * Makes a lock file harmless that PostgreSQL would refuse to start beside: one whose process id now belongs to some other
 * program, and one that a power cut left without a process id. The former stays, because PostgreSQL finds the shared
 * memory of a crashed predecessor through it.
 */
export async function disarmStaleLock(data: string): Promise<void> {
  const text = await readLockFile(data)
  if (text === undefined) return
  const file = join(data, 'postmaster.pid')
  const pid = Number(text.split('\n')[0])
  if (!(pid > 0)) {
    if (await isOlderThan(file, beingWrittenMs)) await rm(file, { force: true })
  } else if (isAlive(pid) && !isOurs(pid, data)) {
    await writeFile(file, text.replace(/^\d+/, String(beyondAnyPid)))
  }
}

/** Much longer than PostgreSQL takes between making its lock file and writing into it. */
const beingWrittenMs = 1_000

async function isOlderThan(file: string, ms: number): Promise<boolean> {
  const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }))
  return Date.now() - mtimeMs > ms
}

const beyondAnyPid = 4_194_304

async function readLockFile(data: string): Promise<string | undefined> {
  return readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => undefined)
}

/** Whether it is a PostgreSQL on this PGDATA: a program may also name the folder because it reads or copies it. */
function isOurs(pid: number, data: string): boolean {
  if (platform() === 'win32') return true
  const line = `${commandLine(pid).replaceAll('\0', ' ')} `
  return /^\S*postgres /.test(line) && line.includes(` -D ${data} `)
}

function commandLine(pid: number): string {
  try {
    if (platform() === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''
  } catch {
    return ''
  }
}
