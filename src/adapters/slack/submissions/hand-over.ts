import type { ModalView } from '@slack/types'
import type { TimelineEntry } from '#application/read-models.ts'
import { type ListenerDeps, readable, type Submission, type SubmissionListener } from '../listener.ts'
import { councilAnswerView } from '../views/answer.ts'
import { parseHandOver } from '../views/hand-over.ts'
import { editOf } from '../words/moving/brief.ts'

const stopped = (timeline: readonly TimelineEntry[]) =>
  readable(timeline.findLast((entry) => entry.kind === 'decision_opened'))

/** Says in place of the form what happens now that it is for the council. */
const councilAnswer = async ({ act }: Submission, number: number, { useCases }: ListenerDeps): Promise<ModalView> => {
  const about = await useCases.viewIssue({ ...act, number })
  return councilAnswerView(about, stopped(about.story.timeline))
}

/** The form of a handover; where the guard gives the word to the council, the form says so instead of closing. */
export const handOver: SubmissionListener = async (form, deps) => {
  const { act, view } = form
  const { brief, ...said } = readable(parseHandOver(view))
  const { number } = said
  const edit = brief && editOf(await deps.useCases.viewIssue({ ...act, number }), brief)
  const { verdict } = await deps.useCases.handOver({ ...act, ...said, ...edit })
  return verdict === 'council' ? councilAnswer(form, number, deps) : undefined
}
