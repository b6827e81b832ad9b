import { openInspection, servedWorkspaces } from '#adapters/postgres/inspect.ts'
import { whoWeAre } from './ask-slack.ts'
import type { Setting } from './setting.ts'
import { Stopped } from './terminal.ts'

/** The workspace that the token is for; while Slack does not say, the only one there ever was. Throws `none` without any. */
export const workspaceOf = async (
  setting: Setting,
  url: string,
  stopped: AbortSignal,
  none: string,
): Promise<string> => {
  const asked = whoWeAre(setting, stopped, 2).then(({ identity }) => identity.teamId)
  return asked.catch(async (unsaid: unknown) => {
    if (unsaid instanceof Stopped) throw unsaid
    const { query, close } = await openInspection(url)
    const [only, ...others] = await servedWorkspaces(query).finally(close)
    if (only === undefined) throw new Error(none)
    if (others.length > 0) throw unsaid
    return only
  })
}
