import { fileURLToPath } from 'node:url'
import { createLogger } from '#adapters/logger.ts'
import { createPracticeWorkspace } from '#adapters/practice/practice-workspace.ts'
import { practiceSeed } from '#adapters/practice/seed.ts'
import { readManifest } from '#adapters/slack/manifest.ts'
import { startProduct } from '../../src/compose.ts'
import { createTestDatabase } from './database.ts'

const file = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** The bot in the practice workspace, over real HTTP and a real database: `as(person)` acts as they would. */
export const startPracticeRun = async () => {
  const { url, drop } = await createTestDatabase()
  const seed = practiceSeed()
  const manifest = await readManifest(file('manifest.yml'))
  const slack = createPracticeWorkspace({ ...seed, ...manifest, retryDelays: [0, 200, 400] })
  await slack.start()
  const config = {
    slack: { mode: 'http' as const, botToken: seed.botToken, signingSecret: seed.signingSecret, apiUrl: slack.apiUrl },
    port: 0,
    databaseUrl: url,
    dataDir: '',
    councilFile: file('practice/council.yml'),
    logLevel: 'warn' as const,
  }
  const start = async () => {
    const running = await startProduct(config, createLogger('warn'))
    slack.deliverTo(`http://127.0.0.1:${running.port}/slack/events`)
    await running.working
    return running
  }
  let running = await start()
  return {
    slack,
    url,
    as: slack.as,
    /** Stops the bot as an operator would and starts it again on the same database. */
    restart: async () => {
      await running.stop()
      running = await start()
    },
    stop: async () => {
      await running.stop()
      await slack.stop()
      await drop()
    },
  }
}

export type PracticeRun = Awaited<ReturnType<typeof startPracticeRun>>
