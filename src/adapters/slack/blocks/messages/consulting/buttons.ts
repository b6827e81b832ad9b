import type { Button } from '@slack/types'
import type { Reason, ReminderItem } from '#application/messages/reminders.ts'
import type { Consult } from '#domain/issue/consult-facts.ts'
import { actionIds } from '../../../names.ts'
import { consultValue } from '../../../values.ts'
import { consultOf, isForOwner } from '../../../words/consulting/reasons.ts'
import { button } from '../../kit/actions.ts'

type Asked = Pick<Consult, 'id' | 'kind' | 'state'>

type ConsultButton = (issue: number, consult: string) => Button

const made =
  (label: string, actionId: string, style?: 'primary'): ConsultButton =>
  (issue, consult) =>
    button(label, actionId, consultValue({ issue, consult }), style)

export const answerButton = made('Answer', actionIds.consultAnswer, 'primary')
export const askBackButton = made('Ask back', actionIds.consultAskBack)
/** What the asker answers when they were asked back. */
export const explainButton = made('Answer', actionIds.consultExplain, 'primary')
export const notNeededButton = made('No longer needed', actionIds.notNeeded)
export const askOtherButton = made('Ask somebody else', actionIds.askOther)
export const helpButton = made("I'll help", actionIds.help, 'primary')
export const cannotHelpButton = made("Can't help", actionIds.cannotHelp)
export const doneHelpingButton = made('Done helping', actionIds.doneHelping)
/** Asks the same person once more, or anybody else. */
export const consultAgainButton = made('Consult again', actionIds.consultAgain)
export const askHandsButton = made('Ask for hands', actionIds.askHands)

/** What the person asked, or who helps, can do. */
export const askedButtons = (issue: number, { id, kind, state }: Asked): readonly Button[] => {
  if (state === 'helping') return [doneHelpingButton(issue, id)]
  if (kind === 'hands') return [helpButton(issue, id), cannotHelpButton(issue, id)]
  return [answerButton(issue, id), ...(state === 'asked' ? [askBackButton(issue, id)] : [])]
}

/** What the owner can do about what they asked: end it, and answer what was asked back. */
export const askerButtons = (issue: number, { id, state }: Asked): readonly Button[] => {
  if (state === 'helping') return [doneHelpingButton(issue, id)]
  return [...(state === 'asked_back' ? [explainButton(issue, id)] : []), notNeededButton(issue, id)]
}

/** The buttons that end what a reminder of a consult is about. */
export const reminderButtons = ({ story }: ReminderItem, reason: Reason): readonly Button[] => {
  const consult = consultOf({ story }, reason)
  if (!consult) return []
  const { number } = story.issue
  if (!isForOwner(consult, reason)) return askedButtons(number, consult)
  const other = consult.state === 'asked' ? [askOtherButton(number, consult.id)] : []
  return [...other, ...askerButtons(number, consult)]
}
