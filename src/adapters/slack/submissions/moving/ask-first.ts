import { readable, type SubmissionListener } from '../../listener.ts'
import { parseAnswer, parseAskFirst } from '../../views/moving/ask-first.ts'

/** The receiver asks one question before they decide. */
export const askFirst: SubmissionListener = async ({ act, view }, { useCases }) => {
  await useCases.askFirst({ ...act, ...readable(parseAskFirst(view)) })
  return undefined
}

/** The sender answers it. */
export const answerQuestion: SubmissionListener = async ({ act, view }, { useCases }) => {
  await useCases.answerQuestion({ ...act, ...readable(parseAnswer(view)) })
  return undefined
}
