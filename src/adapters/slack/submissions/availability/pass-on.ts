import { readable, type SubmissionListener } from '../../listener.ts'
import { parsePass } from '../../views/availability/pass-on.ts'

/** A colleague is asked to take an issue over. */
export const passOn: SubmissionListener = async ({ act, view }, { useCases }) => {
  await useCases.passIssue({ ...act, ...readable(parsePass(view)) })
  return undefined
}
