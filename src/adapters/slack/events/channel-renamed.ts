import { z } from 'zod'
import type { EventListener } from '../listener.ts'

const renamed = z.object({ channel: z.object({ id: z.string() }) })

/** A channel has another name. */
export const channelRenamed: EventListener = ({ act, event }, { directory }) =>
  directory.refreshChannel(act.workspaceId, renamed.parse(event).channel.id)
