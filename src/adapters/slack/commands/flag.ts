import type { CommandListener } from '../listener.ts'
import { opennessOf } from '../surfaces/place.ts'
import { flagView } from '../views/flag.ts'

/** `/cx flag [text]` opens the form, with the text in it. */
export const flag: CommandListener = async ({ act, text, channel, channelName, open }, deps) => {
  const openness = await opennessOf(deps, act.workspaceId, { id: channel, name: channelName })
  const source = { place: channel, restricted: openness !== 'open' }
  const form = await deps.useCases.openFlagForm({ ...act, text, source })
  await open(flagView({ ...form, shared: openness === 'shared' }, 'command'))
}
