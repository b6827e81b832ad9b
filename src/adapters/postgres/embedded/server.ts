import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, open, readFile, stat, truncate } from 'node:fs/promises'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { Cluster } from './cluster.ts'
import type { Place } from './place.ts'
import { disarmStaleLock, findPostmaster, type Postmaster } from './postmaster.ts'
import { asAccount, run } from './run.ts'

const pollMs = 10
const startLimitMs = 60_000
const logLimitBytes = 10_000_000

// Another program took the port, another bot was faster, or processes of a killed server are about to end; a lock file
// that is still empty after a moment is taken away.
const passing = /could not bind|already exists|pre-existing shared memory|lock file .* is empty/

// Small, since the bot shares its machine; durable; and quiet about what people wrote, which statements contain.
const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=100',
  'shared_buffers=32MB',
  'wal_level=minimal',
  'max_wal_senders=0',
  'min_wal_size=32MB',
  'max_wal_size=256MB',
  'jit=off',
  // What a killed bot was about does not go on without it.
  'client_connection_check_interval=1s',
  'TimeZone=UTC',
  'log_timezone=UTC',
  'log_checkpoints=off',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
]

/**
 * The PostgreSQL that runs on this cluster and is ready, started if none does (up to 60 s, for crash recovery), on a
 * free port unless one is named.
 * Undefined when it ended before that for a passing reason, as when two start at once: try again. Throws when it cannot start at all.
 */
export async function ensureServer(
  place: Place,
  cluster: Cluster,
  extra: readonly string[],
  port?: number,
): Promise<(Postmaster & { isNew: boolean }) | undefined> {
  const running = await findPostmaster(cluster.data)
  if (running === undefined) {
    await disarmStaleLock(cluster.data)
    await launch(place, cluster, extra, port ?? (await freePort()))
  }
  const deadline = performance.now() + startLimitMs
  for (;;) {
    const found = await findPostmaster(cluster.data)
    if (found === undefined) return undefined
    if (found.isReady) return { ...found, isNew: running === undefined }
    if (performance.now() > deadline) throw new Error(await explain(cluster, 0, 'was not ready within 60 s'))
    await pause(pollMs)
  }
}

/** Ends the PostgreSQL of this cluster: at most 5 s in good order, after that at once; committed data stays either way. */
export async function stopServer(place: Place, cluster: Cluster): Promise<void> {
  const pgCtl = (mode: string, seconds: number) => {
    const args = ['stop', '-D', cluster.data, '-m', mode, '-w', '-t', String(seconds)]
    return run(place.binaries.pgCtl, args, { account: place.account, cwd: cluster.data })
  }
  if ((await findPostmaster(cluster.data)) === undefined) return
  if ((await pgCtl('fast', 4)).code === 0) return
  const { code, output } = await pgCtl('immediate', 1)
  if (code === 0 || (await findPostmaster(cluster.data)) === undefined) return
  throw new Error(`The embedded PostgreSQL in ${cluster.data} could not be stopped: ${output}`)
}

/** Starts the process and waits until it has taken the lock file or ended; throws when trying again would not help. */
async function launch(place: Place, cluster: Cluster, extra: readonly string[], port: number): Promise<void> {
  const flags = [...settings, ...extra].flatMap((setting) => ['-c', setting])
  const args = ['-D', cluster.data, '-p', String(port), ...flags]
  const size = await stat(cluster.logFile).then(
    (file) => file.size,
    () => 0,
  )
  if (size > logLimitBytes) await truncate(cluster.logFile)
  const log = await open(cluster.logFile, 'a', 0o600)
  if (place.account !== undefined) await chown(cluster.logFile, place.account.uid, place.account.gid)
  const options = asAccount({ account: place.account, cwd: cluster.data })
  const child = spawn(place.binaries.postgres, args, { ...options, stdio: ['ignore', log.fd, log.fd] })
  await log.close()
  child.unref()
  const failed = once(child, 'error').then(([error]: unknown[]) => error)
  let failure: unknown
  void failed.then((error) => {
    failure = error
  })
  while (child.exitCode === null && child.signalCode === null && failure === undefined) {
    if ((await findPostmaster(cluster.data))?.pid === child.pid) return
    await pause(pollMs)
  }
  if ((await findPostmaster(cluster.data)) !== undefined) return
  const reason = await explain(cluster, size, 'ended at once')
  if (!passing.test(reason)) throw new Error(reason, { cause: failure })
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('No free TCP port on 127.0.0.1.')
  return address.port
}

async function explain(cluster: Cluster, since: number, what: string): Promise<string> {
  const text = await readFile(cluster.logFile, 'utf8').catch(() => '')
  const lines = Buffer.from(text).subarray(since).toString('utf8').trim().split('\n').slice(-5)
  return `The embedded PostgreSQL ${what}; the last lines of ${cluster.logFile}:\n${lines.join('\n')}`
}
