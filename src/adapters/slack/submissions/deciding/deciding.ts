import { readable, type SubmissionListener } from '../../listener.ts'
import { parseCannot } from '../../views/deciding/cannot.ts'
import { parseDecide } from '../../views/deciding/decide.ts'
import { parseSpeak } from '../../views/deciding/speak.ts'

/** Somebody of the council names anybody. */
export const decide: SubmissionListener = async ({ act, view }, { useCases }) => {
  await useCases.voteOnIssue({ ...act, ...readable(parseDecide(view)) })
  return undefined
}

/** The lead says what the council should know. */
export const speak: SubmissionListener = async ({ act, view }, { useCases }) => {
  await useCases.speakOnDecision({ ...act, ...readable(parseSpeak(view)) })
  return undefined
}

/** The one who was named says why they cannot take it. */
export const cannot: SubmissionListener = async ({ act, view }, { useCases }) => {
  await useCases.cannotTakeIt({ ...act, ...readable(parseCannot(view)) })
  return undefined
}
