import type { CommandListener } from '../listener.ts'
import { isRestricted } from '../surfaces/place.ts'
import { flagView } from '../views/flag.ts'

/** `/cx flag [text]` opens the form, with the text in it. */
export const flag: CommandListener = async ({ act, text, channel, channelName, open }, deps) => {
  const restricted = await isRestricted(deps, act.workspaceId, { id: channel, name: channelName })
  const source = { place: channel, restricted }
  await open(flagView(await deps.useCases.openFlagForm({ ...act, text, source }), 'command'))
}
