import type { ModalView } from '@slack/types'
import { renderAnswer } from '../../blocks/answers.ts'
import { carriedBy, carrying } from '../../blocks/home/carried.ts'
import { type HomeMemory, recall } from '../../blocks/home/memory.ts'
import type { ListenerDeps } from '../../listener.ts'
import { reasonOf } from '../../web/slack-failure.ts'
import type { Interaction } from '../interaction.ts'
import { sayPrivately } from './say-privately.ts'

const notOpened = 'Slack could not open that in time. Nothing was lost; please try once more.'

/** What App Home shows, where a modal opens over it or over another modal that was opened there. */
export const homeBehind = ({ place, memory }: Pick<Interaction, 'place' | 'memory'>): HomeMemory | undefined => {
  if (place === 'message') return undefined
  return place === 'home' ? recall(memory) : carriedBy(memory)
}

/** Opens a modal over where the person is; after the acknowledgement, because Slack may be slow. Never throws. */
export const openView = async (
  deps: ListenerDeps,
  from: Omit<Interaction, 'person'>,
  view: ModalView,
): Promise<void> => {
  const { client, log } = deps
  const call = { trigger_id: from.triggerId, view: carrying(view, homeBehind(from)) }
  try {
    await (from.place === 'modal' ? client.views.push(call) : client.views.open(call))
  } catch (error) {
    log.warn({ reason: reasonOf(error), view: view.callback_id }, 'a modal could not be opened')
    if (from.responseUrl !== undefined) await sayPrivately(deps, from.responseUrl, renderAnswer(notOpened))
  }
}
