import { setTimeout as pause } from 'node:timers/promises'
import { startHttp } from '#adapters/http/start-http.ts'
import type { Logger } from '#adapters/logger.ts'
import { whyAway } from '#adapters/postgres/reach.ts'
import type { Config } from '../config.ts'

const againAfter = 1_000

/**
 * Waits for a configured database that is away, so that a start that comes too early mends itself; `/readyz` says so
 * meanwhile, and Slack, which gets no 200, sends its events again. Throws a sentence for what waiting does not mend.
 */
export const awaitDatabase = async ({ databaseUrl: url, port }: Config, log: Logger): Promise<void> => {
  let away = url && (await whyAway(url))
  if (!url || !away) return
  const http = await startHttp({ port, checks: { database: () => 'cannot be reached' } })
  try {
    log.warn({ reason: away }, 'the database cannot be reached; waiting for it')
    while (away) {
      await pause(againAfter)
      away = await whyAway(url)
    }
  } finally {
    await http.stop(0)
  }
  log.info('the database is there')
}
