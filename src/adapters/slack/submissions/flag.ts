import { readable, type SubmissionListener } from '../listener.ts'
import { parseFlag } from '../views/flag.ts'

/** The flag form: one issue, one ask. */
export const flag: SubmissionListener = async ({ act, view }, { useCases }) => {
  await useCases.flagIssue({ ...act, ...readable(parseFlag(view)) })
  return undefined
}
