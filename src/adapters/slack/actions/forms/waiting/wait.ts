import type { FormListener } from '../../../listener.ts'
import { waitView } from '../../../views/waiting/wait.ts'
import { issueIn } from '../../values.ts'

/** *Waiting on…* asks on what, for what, and until when. */
export const wait: FormListener = async ({ act, value }, { useCases }) =>
  waitView(await useCases.openForm({ ...act, number: issueIn(value), purpose: 'wait' }))
