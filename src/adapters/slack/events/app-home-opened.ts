import { z } from 'zod'
import type { EventListener } from '../listener.ts'
import { publishHome } from '../surfaces/answering/publish-home.ts'

const opened = z.object({ tab: z.string().optional() })

/** Somebody looks at App Home; the messages tab sends the same event. */
export const appHomeOpened: EventListener = async ({ act, event }, deps) => {
  if (opened.parse(event).tab !== 'messages') await publishHome(deps, act)
}
