import { type ListenerDeps, readable, type Submission, type SubmissionListener } from '../../listener.ts'
import { parseAsk } from '../../views/consulting/ask.ts'

const ask = async ({ act, view }: Submission, kind: 'question' | 'hands', { useCases }: ListenerDeps) => {
  await useCases.askConsult({ ...act, ...readable(parseAsk(view, kind)) })
  return undefined
}

/** A question to somebody of another department. */
export const consult: SubmissionListener = (form, deps) => ask(form, 'question', deps)

/** Somebody is asked to work along. */
export const hands: SubmissionListener = (form, deps) => ask(form, 'hands', deps)
