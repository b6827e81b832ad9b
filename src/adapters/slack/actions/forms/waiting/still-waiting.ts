import type { FormListener } from '../../../listener.ts'
import { stillWaitingView } from '../../../views/waiting/still-waiting.ts'
import { issueIn } from '../../values.ts'

/** *Still waiting* asks until when. */
export const stillWaiting: FormListener = async ({ act, value }, { useCases }) =>
  stillWaitingView(await useCases.openForm({ ...act, number: issueIn(value), purpose: 'still_waiting' }))
