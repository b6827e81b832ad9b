import { databaseFailure, databaseFindings, migrationsFinding } from '#adapters/doctor/database.ts'
import { broken, type Finding, look } from '#adapters/doctor/finding.ts'
import { jobFindings } from '#adapters/doctor/jobs.ts'
import { backlogOf } from '#adapters/jobs/backlog.ts'
import { inspectServer, isAtWork, openInspection, type Query } from '#adapters/postgres/inspect.ts'
import { pendingMigrations } from '#adapters/postgres/migrate.ts'
import { databasePlace, reachDatabase } from '../verbs/reach-database.ts'
import type { Setting } from '../verbs/setting.ts'
import { within } from './within.ts'

/** Limits of each look; an embedded server may have to be started first. Milliseconds. */
const limits = { open: 20_000, look: 10_000 }

/** An open database; `close` also ends what was started for it. */
export type Opened = { readonly url: string; readonly query: Query; readonly close: () => Promise<void> }

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** The database, or the finding that says why it cannot be looked into. */
export const openDatabase = async (setting: Setting): Promise<Opened | Finding> => {
  const where = databasePlace(setting)
  const embedded = setting.config.databaseUrl === undefined
  try {
    return await within(limits.open, async (enough) => {
      const reached = embedded
        ? await reachDatabase(setting)
        : { url: setting.config.databaseUrl ?? '', stop: async () => {} }
      if (!reached) return look('database', `There is none in ${where} yet.`, 'npm start makes it.')
      const { query, close } = await openInspection(reached.url)
      const closeAll = async (): Promise<void> => {
        await close()
        await reached.stop()
      }
      if (enough.aborted) await closeAll()
      return { url: reached.url, query, close: closeAll }
    })
  } catch (error) {
    return embedded
      ? broken('database', messageOf(error), 'Mend that, then look again.')
      : databaseFailure(messageOf(error), where)
  }
}

const attempt = async (about: string, work: () => Promise<readonly Finding[]>): Promise<readonly Finding[]> => {
  try {
    return await within(limits.look, work)
  } catch (error) {
    return [broken(about, `This could not be looked at (${messageOf(error)}).`, 'Look again; is the database well?')]
  }
}

/** The server itself, and whether its tables are up to date. */
export const lookAtDatabase = async (setting: Setting, opened: Opened | Finding): Promise<readonly Finding[]> => {
  if ('mark' in opened) return [opened]
  const server = attempt('database', async () =>
    databaseFindings(await inspectServer(opened.query), databasePlace(setting)),
  )
  const migrations = attempt('migrations', async () => [migrationsFinding(await pendingMigrations(opened.url))])
  return [...(await server), ...(await migrations)]
}

/** The queued work of a workspace, and whether a bot is there to do it. */
export const lookAtJobs = ({ query }: Opened, workspaceId: string): Promise<readonly Finding[]> =>
  attempt('jobs', async () => {
    const backlog = await backlogOf(query, workspaceId)
    return jobFindings({ ...backlog, atWork: await isAtWork(query, workspaceId) })
  })
