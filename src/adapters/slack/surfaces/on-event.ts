import type { Middleware, SlackEventMiddlewareArgs } from '@slack/bolt'
import { z } from 'zod'
import type { EventListener, ListenerDeps } from '../listener.ts'
import { actOf } from './identity.ts'

const text = z.string().optional().catch(undefined)

const delivered = z.object({
  event_id: z.string(),
  event: z.looseObject({ user: text, channel: text, item: z.object({ channel: text }).optional().catch(undefined) }),
})

/** An event, worked on from the store with all the time it takes; what it throws brings it back later. */
export const onEvent =
  (deps: ListenerDeps, listener: EventListener): Middleware<SlackEventMiddlewareArgs> =>
  async ({ body }) => {
    const { event_id, event } = delivered.parse(body)
    const act = actOf(deps, event.user ?? '', `event:${event_id}`)
    await deps.directory.settle(act.workspaceId, event.user, event.item?.channel ?? event.channel)
    await listener({ act, event: body.event }, deps)
  }
