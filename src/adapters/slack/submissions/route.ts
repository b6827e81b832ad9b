import { readable, type SubmissionListener } from '../listener.ts'
import { parseRoute } from '../views/route.ts'

/** The chair says where an issue belongs. */
export const route: SubmissionListener = async ({ act, view }, { useCases }) => {
  await useCases.routeIssue({ ...act, ...readable(parseRoute(view)) })
  return undefined
}
