import { readable, type SubmissionListener } from '../listener.ts'
import { parseReopen } from '../views/reopen.ts'

/** Something is still wrong. */
export const reopen: SubmissionListener = async ({ act, view }, { useCases }) => {
  await useCases.reopenIssue({ ...act, ...readable(parseReopen(view)) })
  return undefined
}
