import type { Button } from '@slack/types'
import type { Issue } from '#domain/issue/issue.ts'
import { actionIds } from '../../../names.ts'
import { handoverValue } from '../../../values.ts'
import { button } from '../../kit/actions.ts'
import { acceptButton, returnButton } from './issue-buttons.ts'

type HandoverButton = (issue: number, handover: string) => Button

export const askFirstButton: HandoverButton = (issue, handover) =>
  button('Ask first', actionIds.askFirst, handoverValue({ issue, handover }))

export const answerQuestionButton: HandoverButton = (issue, handover) =>
  button('Answer', actionIds.answerQuestion, handoverValue({ issue, handover }), 'primary')

export const takeBackButton: HandoverButton = (issue, handover) =>
  button('Take back', actionIds.takeBack, handoverValue({ issue, handover }))

/** What the receiver can press: *Ask first* only while nothing was asked, and never of a colleague's pass. */
export const handoverAnswers = ({ number, handover }: Issue): readonly Button[] => {
  if (!handover) return []
  const mayAsk = handover.pass === undefined && handover.question === undefined
  return [
    acceptButton(number, handover.id),
    ...(mayAsk ? [askFirstButton(number, handover.id)] : []),
    returnButton(number, handover.id),
  ]
}
