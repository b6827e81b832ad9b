import { z } from 'zod'
import type { ShortcutListener } from '../listener.ts'
import { opennessOf } from '../surfaces/place.ts'
import { flagView } from '../views/flag.ts'
import { messageLink } from '../web/message-link.ts'
import { wordsOf } from '../web/reading/message-words.ts'

const chosen = z.object({
  channel: z.object({ id: z.string(), name: z.string().optional() }),
  message_ts: z.string(),
  message: z.looseObject({ thread_ts: z.string().optional() }),
})

/** “Flag for the council” in a message's menu: the form begins with the message, and the issue remembers where it is. */
export const flagMessage: ShortcutListener = async ({ act, body }, deps) => {
  const { channel, message, message_ts: ts } = chosen.parse(body)
  const openness = await opennessOf(deps, act.workspaceId, channel)
  const link = messageLink(deps.connection.identity()?.url, channel.id, ts, message.thread_ts)
  const text = await deps.directory.readable(act.workspaceId, wordsOf(message))
  const restricted = openness !== 'open'
  const source = { channel: channel.id, ts, place: channel.id, restricted, ...(link === undefined ? {} : { link }) }
  const form = await deps.useCases.openFlagForm({ ...act, text, source })
  return flagView({ ...form, shared: openness === 'shared' }, 'message_shortcut')
}
