import type { Middleware, SlackShortcutMiddlewareArgs } from '@slack/bolt'
import type { ListenerDeps, ShortcutListener } from '../listener.ts'
import { readable } from '../listener.ts'
import { openView } from './answering/open-view.ts'
import { actOf } from './identity.ts'
import { interactionIn } from './interaction.ts'

/** A shortcut: of a message's menu, or from anywhere. */
export const onShortcut =
  (deps: ListenerDeps, listener: ShortcutListener): Middleware<SlackShortcutMiddlewareArgs> =>
  async ({ body, ack }) => {
    const from = readable(interactionIn(body))
    const view = await listener({ act: actOf(deps, from.person, `shortcut:${from.triggerId}`), body }, deps)
    await ack()
    await openView(deps, from, view)
  }
