import type { Middleware, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt'
import { carriedBy, carrying } from '../blocks/home/carried.ts'
import type { ListenerDeps, SubmissionListener } from '../listener.ts'
import { readable } from '../listener.ts'
import { republishHome } from './answering/publish-home.ts'
import { actOf } from './identity.ts'
import { interactionIn } from './interaction.ts'

/** A form that was sent in; it closes unless the listener answers what takes its place. */
export const onSubmission =
  (deps: ListenerDeps, listener: SubmissionListener): Middleware<SlackViewMiddlewareArgs<ViewSubmitAction>> =>
  async ({ body, view, ack }) => {
    const from = readable(interactionIn(body))
    const act = actOf(deps, from.person, `view:${view.id}`)
    const next = await listener({ act, view }, deps)
    const home = carriedBy(from.memory)
    await (next ? ack({ response_action: 'update', view: carrying(next, home) }) : ack())
    if (home) await republishHome(deps, act, home)
  }
