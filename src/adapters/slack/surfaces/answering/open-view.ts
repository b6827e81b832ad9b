import type { ModalView } from '@slack/types'
import { renderAnswer } from '../../blocks/answers.ts'
import { recall } from '../../blocks/home/memory.ts'
import type { ListenerDeps } from '../../listener.ts'
import { reasonOf } from '../../web/slack-failure.ts'
import type { Interaction } from '../interaction.ts'
import { sayPrivately } from './say-privately.ts'

const notOpened = 'Slack could not open that in time. Nothing was lost; please try once more.'

/** Opens a modal over where the person is; after the acknowledgement, because Slack may be slow. Never throws. */
export const openView = async (
  deps: ListenerDeps,
  from: Omit<Interaction, 'person'>,
  view: ModalView,
): Promise<void> => {
  const { client, log, fromHome } = deps
  const call = { trigger_id: from.triggerId, view }
  try {
    const opened = from.place === 'modal' ? await client.views.push(call) : await client.views.open(call)
    if (from.place === 'home' && opened.view?.id !== undefined) fromHome.set(opened.view.id, recall(from.memory))
  } catch (error) {
    log.warn({ reason: reasonOf(error), view: view.callback_id }, 'a modal could not be opened')
    if (from.responseUrl !== undefined) await sayPrivately(deps, from.responseUrl, renderAnswer(notOpened))
  }
}
