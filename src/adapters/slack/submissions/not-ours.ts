import { readable, type SubmissionListener } from '../listener.ts'
import { parseNotOurs } from '../views/not-ours.ts'

/** The department asked says whose it is instead. */
export const notOurs: SubmissionListener = async ({ act, view }, { useCases }) => {
  await useCases.declineIssue({ ...act, ...readable(parseNotOurs(view)) })
  return undefined
}
