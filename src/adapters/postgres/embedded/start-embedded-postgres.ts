import { setTimeout as pause } from 'node:timers/promises'
import { type Cluster, ensureCluster } from './cluster.ts'
import { type Kept, keepRunning } from './keep-running.ts'
import { type Ownership, tryToOwn } from './owner.ts'
import { type Place, preparePlace } from './place.ts'
import { ensureServer, stopServer } from './server.ts'

/** Where the embedded database says, in whole sentences, what it did that an operator should know. */
export type EmbeddedLog = { info(message: string): void }

type Options = {
  dataDir: string
  log: EmbeddedLog
  /** Use the server beside a bot that runs on it, instead of refusing; for short commands. */
  share?: boolean
  /** Trade durability for speed; for tests, whose data nobody needs after a power cut. */
  volatile?: boolean
}

/**
 * A running embedded PostgreSQL; should it be killed, it is started again at the same address. `stop` ends it within 5 s,
 * unless it is in use by another process.
 */
export type EmbeddedPostgres = { url: string; stop(): Promise<void> }

const takenLimitMs = 1_500
const startLimitMs = 90_000
const retryMs = 50

/**
 * Starts the PostgreSQL that comes with the bot, with its data in `dataDir`, or takes over the one a killed bot left.
 * Throws one sentence for people when another bot runs on the same data, or when it cannot be started.
 */
export async function startEmbeddedPostgres(options: Options): Promise<EmbeddedPostgres> {
  const { dataDir, log, share = false, volatile = false } = options
  const place = await preparePlace(dataDir, log)
  const cluster = await ensureCluster(place, volatile ? ['--no-sync'] : [])
  const extra = volatile ? ['max_connections=250', 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : []
  const begun = performance.now()
  for (;;) {
    const server = await ensureServer(place, cluster, extra)
    const url = server && urlOf(cluster, server.port)
    const owner = url === undefined ? 'unreachable' : await tryToOwn(url)
    const waited = performance.now() - begun
    if (url !== undefined && typeof owner === 'object') {
      if (!server?.isNew) log.info('PostgreSQL was still running from an earlier start: it is used again.')
      const port = server?.port ?? 0
      return share ? shared(url, place, cluster, owner) : owned({ url, port, place, cluster, extra, log }, owner)
    }
    if (url !== undefined && owner === 'taken' && share) return shared(url, place, cluster)
    if (owner === 'taken' && waited > takenLimitMs) throw new Error(alreadyRuns(place.home))
    if (waited > startLimitMs) throw new Error(`The embedded database in ${place.home} does not answer.`)
    await pause(retryMs)
  }
}

function urlOf({ user, password }: Cluster, port: number): string {
  return `postgresql://${user}:${password}@127.0.0.1:${port}/postgres`
}

function owned(kept: Kept, owner: Ownership): EmbeddedPostgres {
  const keeper = keepRunning(kept, owner)
  let stopping: Promise<void> | undefined
  return { url: kept.url, stop: () => (stopping ??= keeper.stop()) }
}

// A short command does not hold the mark, so a bot may start meanwhile; who then finds it taken leaves the server alone.
async function shared(url: string, place: Place, cluster: Cluster, owner?: Ownership): Promise<EmbeddedPostgres> {
  await owner?.release()
  const stop = async (): Promise<void> => {
    const mark = await tryToOwn(url)
    if (typeof mark !== 'object') return
    await stopServer(place, cluster)
    await mark.release()
  }
  return { url, stop }
}

function alreadyRuns(home: string): string {
  return `Another bot already runs on the embedded database in ${home}: stop it first, or give this one its own DATA_DIR or a DATABASE_URL.`
}
