import { readable, type SubmissionListener } from '../listener.ts'
import { parseResolve } from '../views/resolve.ts'

/** The problem is solved. */
export const resolve: SubmissionListener = async ({ act, view }, { useCases }) => {
  await useCases.resolveIssue({ ...act, ...readable(parseResolve(view)) })
  return undefined
}
