import { readable, type SubmissionListener } from '../../listener.ts'
import { parseReply } from '../../views/consulting/reply.ts'

/** What was written about a consult: an answer, a question back, the answer to that, or why not. */
export const reply: SubmissionListener = async ({ act, view }, { useCases }) => {
  await useCases.replyToConsult({ ...act, ...readable(parseReply(view)) })
  return undefined
}
