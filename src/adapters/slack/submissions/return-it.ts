import { readable, type SubmissionListener } from '../listener.ts'
import { parseReturn } from '../views/return-it.ts'

/** The receiver returns a handover with a reason. */
export const returnIt: SubmissionListener = async ({ act, view }, { useCases }) => {
  await useCases.returnHandover({ ...act, ...readable(parseReturn(view)) })
  return undefined
}
