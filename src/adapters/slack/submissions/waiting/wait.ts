import { readable, type SubmissionListener } from '../../listener.ts'
import { parseStillWaiting } from '../../views/waiting/still-waiting.ts'
import { parseWait } from '../../views/waiting/wait.ts'

/** What an issue waits on. */
export const wait: SubmissionListener = async ({ act, view }, { useCases }) => {
  await useCases.waitOn({ ...act, ...readable(parseWait(view)) })
  return undefined
}

/** Until when it goes on waiting. */
export const stillWaiting: SubmissionListener = async ({ act, view }, { useCases }) => {
  await useCases.waitOnward({ ...act, ...readable(parseStillWaiting(view)) })
  return undefined
}
