import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseStoredCouncil, toStoredCouncil } from '#adapters/council-file/stored-council.ts'
import { databaseFailure } from '#adapters/doctor/database.ts'
import { sentenceOf } from '#adapters/doctor/finding.ts'
import { createPool } from '#adapters/postgres/database.ts'
import { startEmbeddedPostgres } from '#adapters/postgres/embedded/start-embedded-postgres.ts'
import { openInspection } from '#adapters/postgres/inspect.ts'
import { councilRepository } from '#adapters/postgres/repositories/council-repository.ts'
import { createWrites } from '#adapters/postgres/writes/writes.ts'
import type { WorkspaceId } from '#application/ports.ts'
import type { Council } from '#domain/council.ts'
import type { Setting } from './setting.ts'

/** A database to look into: not migrated, nothing begun in it. `stop` ends what was started for it. */
export type Reached = { readonly url: string; readonly stop: () => Promise<void> }

const silent = { info: () => undefined }

/** Where the database is, in words that hold no password. */
export const databasePlace = ({ config, dataDir }: Setting): string => {
  if (config.databaseUrl === undefined) return join(dataDir, 'postgres')
  const { host, pathname } = new URL(config.databaseUrl)
  return `${host || 'localhost'}${pathname}`
}

/** Throws a sentence when a database that is configured does not answer; an embedded one is started when it is used. */
export const expectDatabase = async (setting: Setting): Promise<void> => {
  const { databaseUrl } = setting.config
  if (databaseUrl === undefined) return
  const { close } = await openInspection(databaseUrl).catch((cause: Error) => {
    throw new Error(sentenceOf(databaseFailure(cause.message, databasePlace(setting))), { cause })
  })
  await close()
}

/** PostgreSQL's word for a table that is not there: the bot has never started on this database. */
const noSuchTable = '42P01'

/** The database beside a running bot or without one; undefined while the embedded one was never made. Throws a sentence. */
export const reachDatabase = async (setting: Setting): Promise<Reached | undefined> => {
  const { databaseUrl } = setting.config
  if (databaseUrl !== undefined) {
    await expectDatabase(setting)
    return { url: databaseUrl, stop: async () => {} }
  }
  const dataDir = databasePlace(setting)
  if (!existsSync(dataDir)) return undefined
  return startEmbeddedPostgres({ dataDir, log: silent, share: true })
}

/** The council in force; undefined when none was ever applied. */
export const councilInForce = async (url: string, workspaceId: WorkspaceId): Promise<Council | undefined> => {
  const pool = createPool(url)
  const codec = { read: parseStoredCouncil, write: toStoredCouncil }
  try {
    return await councilRepository(pool, createWrites(), workspaceId, codec).find()
  } catch (error) {
    if ((error as { code?: unknown }).code === noSuchTable) return undefined
    throw error
  } finally {
    await pool.end()
  }
}
