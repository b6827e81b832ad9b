import { join } from 'node:path'
import { appliedSentence } from '#adapters/council-file/applied.ts'
import { loadCouncil } from '#adapters/council-file/load-council.ts'
import { openQueues } from '#adapters/jobs/queues.ts'
import { createLogger } from '#adapters/logger.ts'
import { welcomeWorkspace } from '#adapters/postgres/workspaces.ts'
import { createUseCases } from '#application/use-cases.ts'
import { practiceCredentials } from './compose/practice.ts'
import { openSlack, patient } from './compose/slack-side.ts'
import { openStorage } from './compose/storage.ts'
import { readConfig } from './config.ts'
import { readEnvironment } from './environment.ts'

const usage = 'Usage: npm run council -- apply FILE    makes the council what the file says'

/** Slack has to say which workspace this is; milliseconds. */
const slackWithin = 15_000

const late = (): Promise<never> =>
  new Promise((_, reject) =>
    setTimeout(
      () =>
        reject(
          new Error(
            'Slack did not accept the token in time: is SLACK_BOT_TOKEN right, and the practice workspace running?',
          ),
        ),
      slackWithin,
    ).unref(),
  )

const apply = async (file: string): Promise<string> => {
  const config = readConfig(readEnvironment())
  const log = createLogger('silent')
  const practice = config.slack.mode === 'practice'
  const access = config.slack.mode === 'practice' ? practiceCredentials(config.slack.port) : config.slack
  const dataDir = practice ? join(config.dataDir, 'practice') : config.dataDir
  await loadCouncil(file, async () => [])
  const storage = await openStorage({ ...config, dataDir }, log, { share: true })
  try {
    const { connection, ports } = openSlack(access, storage, log, patient)
    connection.start()
    const { teamId: workspaceId } = await Promise.race([connection.verified, late()]).finally(connection.stop)
    const useCases = createUseCases(ports)
    const council = await loadCouncil(file, (read) => useCases.checkCouncil({ workspaceId, council: read }))
    await welcomeWorkspace(storage.database, workspaceId, ports.clock.now())
    await openQueues(storage.boss, workspaceId)
    const changed = await useCases.applyCouncil({ workspaceId, council })
    return changed ? appliedSentence(council) : 'Nothing to change: the council already says this.'
  } finally {
    await storage.close()
  }
}

const [verb, file] = process.argv.slice(2)
const work = verb === 'apply' && file !== undefined ? apply(file) : Promise.reject(new Error(usage))
work.then(
  (said) => {
    process.stdout.write(`${said}\n`)
    process.exit(0)
  },
  (error: Error) => {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  },
)
