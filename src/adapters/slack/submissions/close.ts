import { readable, type SubmissionListener } from '../listener.ts'
import { parseClose } from '../views/close.ts'

/** The customer was told, or could not be. */
export const close: SubmissionListener = async ({ act, view }, { useCases }) => {
  await useCases.closeLoop({ ...act, ...readable(parseClose(view)) })
  return undefined
}
