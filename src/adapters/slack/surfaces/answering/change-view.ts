import type { ModalView } from '@slack/types'
import { carrying } from '../../blocks/home/carried.ts'
import type { ListenerDeps } from '../../listener.ts'
import { reasonOf } from '../../web/slack-failure.ts'
import type { Interaction } from '../interaction.ts'
import { homeBehind } from './open-view.ts'

/**
 * Shows other fields in the modal in which something was chosen; what was typed into fields that stay is kept by Slack. A
 * state that was overtaken by a newer choice is left alone. Never throws.
 */
export const changeView = async (
  { client, log }: Pick<ListenerDeps, 'client' | 'log'>,
  from: Pick<Interaction, 'view' | 'hash' | 'place' | 'memory'>,
  view: ModalView,
): Promise<void> => {
  const { view: view_id, hash } = from
  if (view_id === undefined) return
  try {
    await client.views.update({
      view_id,
      view: carrying(view, homeBehind(from)),
      ...(hash === undefined ? {} : { hash }),
    })
  } catch (error) {
    log.warn({ reason: reasonOf(error), view: view.callback_id }, 'a modal could not be changed')
  }
}
