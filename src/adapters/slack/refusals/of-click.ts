import { renderAnswer } from '../blocks/answers.ts'
import type { ListenerDeps } from '../listener.ts'
import { openView } from '../surfaces/answering/open-view.ts'
import { sayPrivately } from '../surfaces/answering/say-privately.ts'
import { interactionIn } from '../surfaces/interaction.ts'
import { answerView } from '../views/answer.ts'

const title = 'CX council'

/** Tells one person why a click or shortcut did nothing: beside the message, or where there is none in a small modal. */
export const refuseClick = async (deps: ListenerDeps, body: unknown, sentence: string | undefined): Promise<void> => {
  const from = interactionIn(body)
  if (sentence === undefined || !from) return
  if (from.responseUrl !== undefined) return sayPrivately(deps, from.responseUrl, renderAnswer(sentence))
  await openView(deps, from, answerView(title, sentence))
}
