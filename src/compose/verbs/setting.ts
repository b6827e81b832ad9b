import { join } from 'node:path'
import { createLogger, type Logger } from '#adapters/logger.ts'
import { type Config, readConfig } from '../../config.ts'
import { readEnvironment } from '../../environment.ts'
import { practiceCredentials } from '../practice.ts'
import type { SlackAccess } from '../slack-side.ts'

/** What the command line works with: the same as the bot beside which it runs, but for the log. */
export type Setting = {
  readonly config: Config
  readonly access: SlackAccess
  readonly practice: boolean
  readonly dataDir: string
  readonly log: Logger
}

/** The setting that the environment says; throws a sentence for each wrong variable. */
export const readSetting = (): Setting => {
  const config = readConfig(readEnvironment())
  const { slack, dataDir } = config
  const practice = slack.mode === 'practice'
  return {
    config,
    access: slack.mode === 'practice' ? practiceCredentials(slack.port) : slack,
    practice,
    dataDir: practice ? join(dataDir, 'practice') : dataDir,
    log: createLogger('silent'),
  }
}
