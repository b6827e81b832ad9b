import { readable, type SubmissionListener } from '../listener.ts'
import { parseDetails } from '../views/details.ts'

/** Details that complete a flag. */
export const details: SubmissionListener = async ({ act, view }, { useCases }) => {
  await useCases.addDetails({ ...act, ...readable(parseDetails(view)) })
  return undefined
}
