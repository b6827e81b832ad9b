import type { Middleware, SlackActionMiddlewareArgs } from '@slack/bolt'
import { z } from 'zod'
import { recall } from '../blocks/home/memory.ts'
import type { ActListener, ChangeListener, Click, FormListener, ListenerDeps, TurnListener } from '../listener.ts'
import { readable } from '../listener.ts'
import { changeView } from './answering/change-view.ts'
import { homeBehind, openView } from './answering/open-view.ts'
import { republishHome, turnHome } from './answering/publish-home.ts'
import { actOf } from './identity.ts'
import { type Interaction, interactionIn } from './interaction.ts'

const pressed = z.object({
  action_id: z.string(),
  action_ts: z.string().catch(''),
  block_id: z.unknown().optional(),
  value: z.unknown().optional(),
  selected_date: z.unknown().optional(),
  selected_option: z.object({ value: z.unknown() }).nullish().catch(undefined),
})

const clicks = z.object({ actions: z.tuple([pressed], z.unknown()) })

const clickIn = (deps: ListenerDeps, body: unknown): Click & { readonly from: Interaction } => {
  const from = readable(interactionIn(body))
  const [it] = clicks.parse(body).actions
  const key = `action:${from.triggerId}:${it.action_id}:${it.action_ts}`
  return {
    act: actOf(deps, from.person, key),
    actionId: it.action_id,
    value: it.value,
    blockId: it.block_id,
    date: it.selected_date,
    choice: it.selected_option?.value,
    from,
  }
}

type ClickMiddleware = Middleware<SlackActionMiddlewareArgs>

/** A press that does something at once. */
export const onAct =
  (deps: ListenerDeps, listener: ActListener): ClickMiddleware =>
  async ({ body, ack }) => {
    const { from, ...click } = clickIn(deps, body)
    await listener(click, deps)
    await ack()
    const home = homeBehind(from)
    if (home) await republishHome(deps, click.act, home, from.place === 'home' ? from.hash : undefined)
  }

/** A press that turns a page of App Home, or shows another part of it. */
export const onTurn =
  (deps: ListenerDeps, listener: TurnListener): ClickMiddleware =>
  async ({ body, ack }) => {
    const { from, ...click } = clickIn(deps, body)
    await turnHome(deps, click.act, listener(click, recall(from.memory)), from.hash, ack)
  }

/** A choice in a modal that shows other fields of it. */
export const onChange =
  (deps: ListenerDeps, listener: ChangeListener): ClickMiddleware =>
  async ({ body, ack }) => {
    const { from, ...click } = clickIn(deps, body)
    const view = await listener({ ...click, view: 'view' in body ? body.view : undefined }, deps)
    await ack()
    if (view) await changeView(deps, from, view)
  }

/** A press that opens a modal. */
export const onForm =
  (deps: ListenerDeps, listener: FormListener): ClickMiddleware =>
  async ({ body, ack }) => {
    const { from, ...click } = clickIn(deps, body)
    const view = await listener(click, deps)
    await ack()
    await openView(deps, from, view)
  }
