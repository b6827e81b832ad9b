import { join } from 'node:path'
import { defaults } from '#adapters/council-file/schema/defaults.ts'
import { startHttp } from '#adapters/http/start-http.ts'
import { createIntake } from '#adapters/jobs/deliveries.ts'
import type { Logger } from '#adapters/logger.ts'
import { ping } from '#adapters/postgres/database.ts'
import { pendingMigrations } from '#adapters/postgres/migrate.ts'
import { createSlackApp } from '#adapters/slack/app.ts'
import { createUseCases } from '#application/use-cases.ts'
import { awaitDatabase } from './compose/await-database.ts'
import { beginWork } from './compose/begin-work.ts'
import { rememberCouncil } from './compose/council-in-force.ts'
import type { Instruments } from './compose/instruments.ts'
import { noInstruments } from './compose/instruments.ts'
import { practiceCouncilFile, startPractice } from './compose/practice.ts'
import { openSlack } from './compose/slack-side.ts'
import type { Storage } from './compose/storage.ts'
import { openStorage } from './compose/storage.ts'
import { createWatch, type Watch } from './compose/watch.ts'
import type { Config } from './config.ts'

export type Running = {
  /** Where people look: the practice workspace's page, when it runs. */
  readonly practice: string | undefined
  readonly port: number
  /** Resolves when deliveries are worked on; rejects when that cannot be. */
  readonly working: Promise<void>
  readonly stop: () => Promise<void>
}

type Side = ReturnType<typeof openSlack>

/** What `/readyz` asks, each with a reason in a few words when it is not so. */
const checksOf = (storage: Storage, { connection, ports }: Side, isWorking: () => boolean) => ({
  database: () => ping(storage.database),
  migrations: async () => ((await pendingMigrations(storage.url)).length > 0 ? 'not up to date' : undefined),
  jobs: () => (isWorking() ? undefined : 'not started yet'),
  slack: connection.problem,
  council: async () => {
    const team = connection.identity()?.teamId
    const council = team === undefined ? undefined : await ports.read(team, (tx) => tx.councils.find())
    return council ? undefined : 'none yet: npm run council -- apply FILE'
  },
})

const slackAppOf = (
  slack: Exclude<Config['slack'], { mode: 'practice' }>,
  side: Side,
  storage: Storage,
  watch: Watch,
  log: Logger,
  instruments: Instruments,
) => {
  const council = rememberCouncil(storage.ports)
  const useCases = createUseCases(instruments.ports(side.ports))
  const work = createUseCases(instruments.ports({ ...side.ports, ...storage.forWork }))
  const { client, connection, directory } = side
  const app = createSlackApp({
    useCases,
    eventUseCases: work,
    client,
    directory,
    connection,
    clock: storage.ports.clock,
    log,
    intake: instruments.intake(createIntake(storage.boss, storage.run, storage.bells.deliveries.ring)),
    watch: watch.delivery,
    reactions: () => {
      const team = connection.identity()?.teamId
      return (team === undefined ? undefined : council.current(team)?.rules.reactions) ?? defaults.rules.reactions
    },
    transport:
      slack.mode === 'http'
        ? { signingSecret: slack.signingSecret }
        : { appToken: slack.appToken, apiUrl: slack.apiUrl, observeCall: watch.call },
  })
  return { app, useCases: work, directory, council, instruments }
}

/**
 * Puts the product together as configured and starts it, once a configured database is there; resolves as soon as it
 * answers over HTTP.
 */
export const startProduct = async (config: Config, log: Logger, instruments = noInstruments): Promise<Running> => {
  await awaitDatabase(config, log)
  const forPractice = config.slack.mode === 'practice'
  const practice = config.slack.mode === 'practice' ? await startPractice(config.slack.port, config.port) : undefined
  const slack = practice?.slack ?? config.slack
  if (slack.mode === 'practice') throw new Error('the practice workspace has no credentials')
  const dataDir = forPractice ? join(config.dataDir, 'practice') : config.dataDir
  const storage = await openStorage({ ...config, dataDir }, log, {
    forget: forPractice && config.databaseUrl === undefined,
  })
  const watch = createWatch(storage, log)
  const side = openSlack(slack, storage, log, watch)
  const product = slackAppOf(slack, side, storage, watch, log, instruments)
  const stopping = new AbortController()
  let endWork: (() => Promise<void>) | undefined
  const http = await startHttp({
    port: config.port,
    checks: checksOf(storage, side, () => endWork !== undefined),
    mounts: product.app.mounts,
    metrics: watch.page,
  }).catch(async (error: unknown) => {
    await storage.close()
    await practice?.stop()
    throw error
  })
  side.connection.start()
  const councilFile = config.councilFile ?? (forPractice ? practiceCouncilFile : undefined)
  const working = side.connection.verified.then(async ({ teamId }) => {
    const work = { workspaceId: teamId, storage, ...product, councilFile, watch, log, stopping: stopping.signal }
    endWork = await beginWork(work)
    log.info({ team: teamId }, 'ready')
  })
  return {
    practice: practice?.origin,
    port: http.port,
    working,
    stop: async () => {
      stopping.abort()
      side.connection.stop()
      await http.stop()
      await product.app.stop()
      await endWork?.()
      await storage.close()
      await practice?.stop()
    },
  }
}
