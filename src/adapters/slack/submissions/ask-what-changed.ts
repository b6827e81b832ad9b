import { readable, type SubmissionListener } from '../listener.ts'
import { handOverView, parseHandOver } from '../views/hand-over.ts'

/** Instead of the refusal of a return: the same form, with what was typed, when it was there before, and one field more. */
export const askWhatChanged: SubmissionListener = async ({ act, view }, { useCases }) => {
  const typed = readable(parseHandOver(view))
  const { number, to: department } = typed
  const [opened, held] = await Promise.all([
    useCases.openForm({ ...act, number, purpose: 'hand_over' }),
    useCases.heldBefore({ ...act, number, department }),
  ])
  return handOverView(opened, held, typed)
}
