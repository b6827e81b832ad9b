import { fileURLToPath } from 'node:url'
import { createPracticeWorkspace } from '#adapters/practice/practice-workspace.ts'
import { practiceSeed } from '#adapters/practice/seed.ts'
import { readManifest } from '#adapters/slack/manifest.ts'
import type { SlackConfig } from '../config.ts'

/** The council that the practice workspace begins with. */
export const practiceCouncilFile = fileURLToPath(new URL('../../practice/council.yml', import.meta.url))

const manifestFile = fileURLToPath(new URL('../../manifest.yml', import.meta.url))

/** What somebody who opens the page for the first time may try. */
const hints = [
  'Be Anna Weber, go to #support and react to a message with the flag (triangular_flag_on_post). An issue is made at once.',
  'Open “council: messages”, press Add details and say where it hurts: Pay.',
  'Be Ben Okafor, open “council: messages” and press Claim. Say when the next step will be done.',
  'Press Hand over or consult, choose Sales, then be Felix Brandt and press Accept.',
  'Press Resolve, then Close the loop. Be Chloé Martin and type /cx digest in #cx-council.',
]

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
    hints,
    deliverTo: `http://127.0.0.1:${appPort}/slack/events`,
  })
  const origin = await workspace.start({ port }).catch((cause: unknown) => {
    throw new Error(`The practice workspace cannot use port ${port}: name a free one in PRACTICE_PORT.`, { cause })
  })
  return { origin, slack: practiceCredentials(port), stop: () => workspace.stop() }
}

/** How the bot, and the command line beside it, reach the practice workspace. */
export const practiceCredentials = (port: number): Exclude<SlackConfig, { mode: 'practice' }> => {
  const { botToken, signingSecret } = practiceSeed()
  return { mode: 'http', botToken, signingSecret, apiUrl: `http://127.0.0.1:${port}/api/` }
}
