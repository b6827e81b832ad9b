import { answerQuestion, askFirst as decideAsk } from '#domain/decisions/moving/ask-first.ts'
import { handOver } from '#domain/decisions/moving/hand-over.ts'
import { endSilence } from '#domain/decisions/moving/silence.ts'
import { takeBack as decideTakeBack } from '#domain/decisions/moving/take-back.ts'
import type { Step } from './stories.ts'

/** Handed to Sales Ops with a brief that somebody edited. */
export const briefed =
  (brief = 'They want both charges explained.', dontAsk = 'Invoice number'): Step =>
  (issue, circumstances) =>
    handOver(
      issue,
      {
        by: issue.owner ?? '',
        id: `h-${issue.eventCount + issue.moves.attempts}`,
        to: 'sales_ops',
        reason: 'expertise',
        need: brief,
        brief,
        dontAsk: dontAsk.slice(0, 300),
      },
      circumstances,
    )

export const askFirst =
  (question = 'Which contract is it?'): Step =>
  (issue, circumstances) => {
    const { id = '', asked = '' } = issue.handover ?? {}
    return decideAsk(issue, { by: asked, handover: id, question }, circumstances)
  }

export const answer =
  (text = 'The one of 2025.'): Step =>
  (issue, circumstances) =>
    answerQuestion(issue, { by: issue.owner ?? '', handover: issue.handover?.id ?? '', answer: text }, circumstances)

export const takeBack: Step = (issue, circumstances) =>
  decideTakeBack(issue, { by: issue.owner ?? '', handover: issue.handover?.id ?? '' }, circumstances)

/** As if nobody had answered in time: somebody is asked in their place, or it goes back. */
const silent: Step = (issue, circumstances) => {
  const { handover } = issue
  const late = handover === undefined ? issue : { ...issue, handover: { ...handover, dueAt: circumstances.now } }
  return endSilence(late, circumstances) ?? { issue, events: [] }
}

export const askLead = silent
export const expire = silent
