import { type Act, requireMember } from '#application/act.ts'
import { renderHelp } from '../blocks/answers.ts'
import type { ListenerDeps } from '../listener.ts'
import { reasonOf } from '../web/slack-failure.ts'

const usualFlag = 'triangular_flag_on_post'

/** Tells the one who mentioned us, for their eyes, what we understand; not where outsiders are. Best effort. */
export const answerMention = async (
  { client, directory, log, reactions }: ListenerDeps,
  act: Act,
  channel: string,
  threadTs?: string,
): Promise<void> => {
  const place = await directory.channel(act.workspaceId, channel)
  if (place?.shared !== false) return
  await requireMember(directory, act)
  const help = renderHelp(reactions()?.flag ?? usualFlag)
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs }
  try {
    await client.chat.postEphemeral({ channel, user: act.person, parse: 'none', ...help, ...thread })
  } catch (error) {
    log.warn({ reason: reasonOf(error) }, 'help could not be shown')
  }
}
