import type { ActionsBlockElement } from '@slack/types'
import type { ReminderItem } from '#application/messages/reminders.ts'
import type { ReminderKind } from '#domain/reminders/reminder.ts'
import { actionIds } from '../../../names.ts'
import { nextStepBlock, snoozeValue } from '../../../values.ts'
import { row } from '../../kit/actions.ts'
import { menu } from '../../kit/menu.ts'
import { type Shown, together } from '../../kit/shown.ts'
import { nextStepPicker } from '../card.ts'
import { reminderButtons } from '../consulting/buttons.ts'
import { someoneElseButton } from '../deciding/buttons.ts'
import { choiceButtons } from '../deciding/decision.ts'
import { answerQuestionButton, handoverAnswers } from '../parts/handover-buttons.ts'
import {
  addUpdateButton,
  claimButton,
  closeLoopButton,
  fridayButton,
  keptButton,
  movingAgainButton,
  notOursButton,
  promiseButton,
  resolveButton,
  routeButton,
  seeAllButton,
  stillWaitingButton,
  todayButton,
  tomorrowButton,
} from '../parts/issue-buttons.ts'

type Element = ActionsBlockElement | false | undefined

/** Puts it off: for an hour, until tomorrow, until next week. */
export const snoozeMenu = (issue: number): ActionsBlockElement =>
  menu('Snooze', actionIds.snooze, [
    { value: snoozeValue({ issue, snooze: '1h' }), text: '1 h' },
    { value: snoozeValue({ issue, snooze: 'tomorrow' }), text: 'Tomorrow' },
    { value: snoozeValue({ issue, snooze: 'next_week' }), text: 'Next week' },
  ])

const nextStep = (item: ReminderItem): readonly Element[] => {
  const { number } = item.story.issue
  return [todayButton(number), tomorrowButton(number), fridayButton(number), nextStepPicker(item, 'A date')]
}

const ending: { readonly [K in Exclude<ReminderKind, 'consult'>]: (item: ReminderItem) => readonly Element[] } = {
  unclaimed: ({ story: { issue } }) => [
    claimButton(issue.number),
    issue.department !== undefined && notOursButton(issue.number),
  ],
  quiet: (item) => [
    addUpdateButton(item.story.issue.number),
    ...nextStep(item),
    resolveButton(item.story.issue.number),
  ],
  untold: ({ story: { issue } }) => [closeLoopButton(issue.number)],
  handover: ({ story: { issue } }) => handoverAnswers(issue),
  question: ({ story: { issue } }) => (issue.handover ? [answerQuestionButton(issue.number, issue.handover.id)] : []),
  promise: ({ story: { issue } }) => [
    keptButton(issue.number),
    promiseButton(issue.number),
    issue.state === 'resolved' ? closeLoopButton(issue.number) : resolveButton(issue.number),
  ],
  unrouted: ({ story: { issue } }) => [routeButton(issue.number)],
  decision: (item) => {
    const { number, decision } = item.story.issue
    return decision ? [...choiceButtons(item, decision.id), someoneElseButton(number, decision.id)] : []
  },
  wait: ({ story: { issue } }) => [movingAgainButton(issue.number), stillWaitingButton(issue.number)],
}

const idOf = (element: Element): string =>
  typeof element === 'object' && 'action_id' in element ? (element.action_id ?? '') : ''

/** The buttons that end what is asked about an issue, each once, and *Snooze*; those of each consult in a row of their own. */
export const itemButtons = (item: ReminderItem): Shown => {
  const { number } = item.story.issue
  const consults = item.reasons.filter(({ kind }) => kind === 'consult')
  const elements = [
    ...item.reasons.flatMap(({ kind }) => (kind === 'consult' ? [] : ending[kind](item))),
    seeAllButton(number),
    snoozeMenu(number),
  ].filter((element) => element !== false && element !== undefined)
  const once = elements.filter((element, i) => elements.findIndex((other) => idOf(other) === idOf(element)) === i)
  return together(...consults.map((reason) => row(reminderButtons(item, reason))), row(once, nextStepBlock(number)))
}
