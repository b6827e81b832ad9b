import { appliedSentence } from '#adapters/council-file/applied.ts'
import { loadCouncil } from '#adapters/council-file/load-council.ts'
import { channelFindings } from '#adapters/doctor/channels.ts'
import { sentenceOf } from '#adapters/doctor/finding.ts'
import { plain } from '#adapters/doctor/print.ts'
import { openQueues } from '#adapters/jobs/queues.ts'
import { welcomeWorkspace } from '#adapters/postgres/workspaces.ts'
import { applyCouncil } from '#application/use-cases/council/apply-council.ts'
import { checkCouncil } from '#application/use-cases/council/check-council.ts'
import type { Council } from '#domain/council.ts'
import { openStorage } from '../storage.ts'
import { freshDirectory, type Seen, whoWeAre } from './ask-slack.ts'
import { expectDatabase } from './reach-database.ts'
import { readSetting } from './setting.ts'
import { orStopped, type Terminal } from './terminal.ts'

/** What is well in the file but not yet in Slack: channels that the bot cannot post to. */
export const channelHints = (council: Council, { channels }: Seen, bot: string): readonly string[] => {
  const answers = new Map([...channels].map(([id, channel]) => [id, { channel }]))
  return channelFindings(council, answers, bot)
    .filter(({ mark }) => mark !== 'ok')
    .map((finding) => plain(sentenceOf(finding)))
}

/** The council that a file says, once Slack has said that everybody and everything in it is there. */
export const checkedCouncil = (
  file: string,
  workspaceId: string,
  { directory }: ReturnType<typeof freshDirectory>,
): Promise<Council> => loadCouncil(file, (council) => checkCouncil({ directory })({ workspaceId, council }))

/** Makes the council what the file says. */
export const apply = async (file: string, { say, stopped }: Terminal): Promise<void> => {
  const setting = readSetting()
  const { config, dataDir, log } = setting
  await loadCouncil(file, async () => [])
  await expectDatabase(setting)
  const storage = await openStorage({ ...config, dataDir }, log, { share: true })
  try {
    const who = await whoWeAre(setting, stopped)
    const workspaceId = who.identity.teamId
    const fresh = freshDirectory({ setting, who, stopped, store: storage.store })
    const council = await checkedCouncil(file, workspaceId, fresh)
    await welcomeWorkspace(storage.database, workspaceId, storage.ports.clock.now())
    await openQueues(storage.boss, workspaceId)
    const changed = await orStopped(applyCouncil(storage.ports)({ workspaceId, council }), stopped)
    say(changed ? appliedSentence(council) : 'Nothing to change: the council already says this.')
    for (const hint of channelHints(council, fresh.seen, who.botName)) say(hint)
  } finally {
    await storage.close()
  }
}
