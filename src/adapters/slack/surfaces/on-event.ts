import type { Middleware, SlackEventMiddlewareArgs } from '@slack/bolt'
import { z } from 'zod'
import type { EventListener, ListenerDeps } from '../listener.ts'
import { actOf } from './identity.ts'

const person = z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)])

const delivered = z.object({ event_id: z.string(), event: z.looseObject({ user: person.optional().catch(undefined) }) })

/** An event, worked on from the store; what it throws brings it back later. */
export const onEvent =
  (deps: ListenerDeps, listener: EventListener): Middleware<SlackEventMiddlewareArgs> =>
  async ({ body }) => {
    const { event_id, event } = delivered.parse(body)
    await listener({ act: actOf(deps, event.user ?? '', `event:${event_id}`), event: body.event }, deps)
  }
