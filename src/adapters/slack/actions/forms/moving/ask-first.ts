import type { FormListener } from '../../../listener.ts'
import { answerQuestionView, askFirstView } from '../../../views/moving/ask-first.ts'
import { handoverIn } from '../../values.ts'

/** *Ask first* asks the receiver for their question. */
export const askFirst: FormListener = async ({ act, value }, { useCases }) => {
  const { number, handover } = handoverIn(value)
  return askFirstView({ ...(await useCases.openForm({ ...act, number, purpose: 'ask_first' })), handover })
}

/** *Answer* shows the sender the question and asks for the answer. */
export const answerQuestion: FormListener = async ({ act, value }, { useCases }) => {
  const { number, handover } = handoverIn(value)
  return answerQuestionView({ ...(await useCases.openForm({ ...act, number, purpose: 'answer_question' })), handover })
}
