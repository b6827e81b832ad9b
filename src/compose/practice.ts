import { fileURLToPath } from 'node:url'
import { createPracticeWorkspace } from '#adapters/practice/practice-workspace.ts'
import { practiceSeed } from '#adapters/practice/seed.ts'
import { readManifest } from '#adapters/slack/manifest.ts'
import type { SlackConfig } from '../config.ts'

/** The council that the practice workspace begins with. */
export const practiceCouncilFile = fileURLToPath(new URL('../../practice/council.yml', import.meta.url))

const manifestFile = fileURLToPath(new URL('../../manifest.yml', import.meta.url))

/** The practice workspace, serving its page and Slack's API, with the app installed in it as the manifest says. */
export const startPractice = async (port: number, appPort: number) => {
  const seed = practiceSeed()
  const { shortcuts, commands, events, scopes } = await readManifest(manifestFile)
  const workspace = createPracticeWorkspace({
    ...seed,
    shortcuts,
    commands,
    events,
    scopes,
    deliverTo: `http://127.0.0.1:${appPort}/slack/events`,
  })
  const origin = await workspace.start({ port })
  return { origin, slack: practiceCredentials(port), stop: () => workspace.stop() }
}

/** How the bot, and the command line beside it, reach the practice workspace. */
export const practiceCredentials = (port: number): Exclude<SlackConfig, { mode: 'practice' }> => {
  const { botToken, signingSecret } = practiceSeed()
  return { mode: 'http', botToken, signingSecret, apiUrl: `http://127.0.0.1:${port}/api/` }
}
