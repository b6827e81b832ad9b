import { AsyncResource } from 'node:async_hooks'
import { join } from 'node:path'
import type pg from 'pg'
import type { PgBoss } from 'pg-boss'
import { parseStoredCouncil, toStoredCouncil } from '#adapters/council-file/stored-council.ts'
import { createBell } from '#adapters/jobs/bell.ts'
import { createEnqueue } from '#adapters/jobs/enqueue.ts'
import { storedDeliveries } from '#adapters/jobs/forget-deliveries.ts'
import { startBoss } from '#adapters/jobs/queues.ts'
import { currentDelivery, type Logger } from '#adapters/logger.ts'
import { createDatabase, createPool, type Database, emptyDatabase } from '#adapters/postgres/database.ts'
import { startEmbeddedPostgres } from '#adapters/postgres/embedded/start-embedded-postgres.ts'
import { migrate } from '#adapters/postgres/migrate.ts'
import { createQueries } from '#adapters/postgres/queries/issue-queries.ts'
import { privacyQueries } from '#adapters/postgres/queries/privacy-queries.ts'
import { directoryStore } from '#adapters/postgres/repositories/people-store.ts'
import { postLedger } from '#adapters/postgres/repositories/posts/post-ledger.ts'
import { runPrepared } from '#adapters/postgres/sql.ts'
import { createRead, createUnitOfWork } from '#adapters/postgres/unit-of-work.ts'
import { issueNumbers, workspaces } from '#adapters/postgres/workspaces.ts'
import { createIds, systemClock } from '#adapters/system.ts'
import type { Config } from '../config.ts'

/** How long queued work under way may take to end when the process stops; milliseconds. */
const jobsEndWithin = 4_000

/** What a process needs of the database: `share` beside a running bot, `forget` to begin with nothing in it. */
export type StorageNeeds = { readonly share?: boolean; readonly forget?: boolean }

/** A connection may have been opened for a delivery; what befalls it later is not logged as that delivery's. */
const ofItself = (log: Logger) => ({
  warn: AsyncResource.bind((facts: object, message: string) => log.warn(facts, message)),
})

/** Reaches the database, embedded unless one is configured, and brings it up to date. */
const reachDatabase = async (
  { databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>,
  log: Logger,
  { share = false, forget = false }: StorageNeeds,
) => {
  const sayings = { info: (message: string) => log.info(message) }
  const embedded =
    databaseUrl === undefined
      ? await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres'), log: sayings, share })
      : undefined
  const url = databaseUrl ?? embedded?.url ?? ''
  if (forget) await emptyDatabase(url)
  const applied = await migrate(url)
  if (applied.length > 0) log.info({ applied }, 'the database was brought up to date')
  return { url, embedded }
}

const bothOf = (one: pg.Pool, other: pg.Pool) => ({
  totalCount: one.totalCount + other.totalCount,
  idleCount: one.idleCount + other.idleCount,
  waitingCount: one.waitingCount + other.waitingCount,
})

/** What reads many rows at once, or past the rows of one piece of work. */
const lookingAround = (database: Database, boss: PgBoss) => ({
  queries: createQueries(database),
  privacy: privacyQueries(database),
  deliveries: storedDeliveries(boss),
  workspaces: workspaces(database),
})

/**
 * The database (embedded unless one is configured), migrated, with everything that is kept in it.
 */
export const openStorage = async (
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  log: Logger,
  needs: StorageNeeds = {},
) => {
  const { url, embedded } = await reachDatabase(config, log, needs)
  const pools = { answers: createPool(url), work: createPool(url) }
  const database = createDatabase(pools.answers)
  const boss = await startBoss(url, ofItself(log))
  const ids = createIds(systemClock)
  const bells = { posts: createBell(), deliveries: createBell() }
  const codec = { read: parseStoredCouncil, write: toStoredCouncil }
  const deps = {
    database,
    ids,
    codec,
    queueJobs: createEnqueue(boss, ids, currentDelivery),
    queued: bells.posts.ring,
  }
  const portsOver = (sql: pg.Pool) => ({
    unitOfWork: createUnitOfWork({ ...deps, sql }),
    read: createRead({ ...deps, sql }),
    posts: postLedger(sql),
    numbers: issueNumbers(sql),
  })
  return {
    url,
    get pool() {
      return bothOf(pools.answers, pools.work)
    },
    database,
    boss,
    bells,
    store: directoryStore(database, pools.work),
    ports: {
      clock: systemClock,
      ids,
      ...lookingAround(database, boss),
      ...portsOver(pools.answers),
    },
    run: (text: string, values: readonly unknown[]) => runPrepared(pools.answers, text, values),
    /** What of the ports differs for work that nobody waits for: it has connections of its own. */
    forWork: portsOver(pools.work),
    close: async () => {
      await boss.stop({ graceful: true, timeout: jobsEndWithin })
      await database.$disconnect()
      await Promise.all([pools.answers.end(), pools.work.end()])
      await embedded?.stop()
    },
  }
}

export type Storage = Awaited<ReturnType<typeof openStorage>>
