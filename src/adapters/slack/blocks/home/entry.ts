import type { Button } from '@slack/types'
import type { HomeEntry, HomeLine, HomeWay } from '#application/home.ts'
import type { Council } from '#domain/council.ts'
import { localDate } from '#domain/time/zoned-time.ts'
import { actionIds } from '../../names.ts'
import { nextStepBlock } from '../../values.ts'
import { asked, stands } from '../../words/home/home.ts'
import { titleOf } from '../../words/issue.ts'
import { zoneOf } from '../../words/people.ts'
import { datePicker, row } from '../kit/actions.ts'
import { line, text } from '../kit/rich.ts'
import { type Shown, together } from '../kit/shown.ts'
import { oneLine, shortened } from '../kit/text.ts'
import { askedButtons, askerButtons } from '../messages/consulting/buttons.ts'
import { decideButton } from '../messages/deciding/buttons.ts'
import { answerQuestionButton, askFirstButton, takeBackButton } from '../messages/parts/handover-buttons.ts'
import {
  acceptButton,
  claimButton,
  closeLoopButton,
  handOverButton,
  keptButton,
  notOursButton,
  reopenButton,
  resolveButton,
  returnButton,
  routeButton,
  seeAllButton,
  takeItButton,
} from '../messages/parts/issue-buttons.ts'

/** What an entry has room for; the names in it are ended with “…” beyond that. */
const roomFor = { title: 300, stands: 500, words: 140, asked: 200 } as const

type Told = { readonly council: Council; readonly now: Date }

/** A day that has passed is no choice: the picker asks anew. */
const nextStepPicker = ({ line: { nextStepBy, department } }: HomeEntry, { council, now }: Told) => {
  const lastInstant = nextStepBy && nextStepBy > now ? new Date(nextStepBy.getTime() - 1) : undefined
  return datePicker(
    'Next step by',
    actionIds.nextStepDate,
    lastInstant && localDate(zoneOf(council, department), lastInstant),
  )
}

const consultButtons = ({ number, consult, list }: HomeLine): readonly Button[] => {
  if (consult === undefined) return []
  return list === 'asked_back' ? askerButtons(number, consult) : askedButtons(number, consult)
}

const buttons = (entry: HomeEntry, told: Told): Shown => {
  const { line: issue, ways } = entry
  const { number, handover, decision } = issue
  const if_ = (way: HomeWay, made: (issue: number) => Button) => ways.includes(way) && made(number)
  return row(
    [
      handover !== undefined && ways.includes('accept') && acceptButton(number, handover.id),
      handover !== undefined && ways.includes('ask_first') && askFirstButton(number, handover.id),
      handover !== undefined && ways.includes('return') && returnButton(number, handover.id),
      ...consultButtons(issue),
      handover !== undefined && ways.includes('answer_question') && answerQuestionButton(number, handover.id),
      decision !== undefined && ways.includes('decide') && decideButton(number, decision.id),
      if_('claim', claimButton),
      if_('not_ours', notOursButton),
      if_('route', routeButton),
      if_('take', takeItButton),
      if_('close', closeLoopButton),
      if_('kept', keptButton),
      ways.includes('next_step') && nextStepPicker(entry, told),
      if_('resolve', resolveButton),
      if_('hand_over', handOverButton),
      handover !== undefined && ways.includes('take_back') && takeBackButton(number, handover.id),
      if_('reopen', reopenButton),
      seeAllButton(number),
    ],
    nextStepBlock(number),
  )
}

/** An issue of App Home: its title, where it stands, the beginning of its words, and the buttons that move it on. */
export const homeEntry = (entry: HomeEntry, told: Told): Shown => {
  const { line: issue } = entry
  const words = shortened(oneLine(issue.words ?? ''), roomFor.words)
  const question = asked(entry, told.council)
  return together(
    text(
      line({ bold: shortened(oneLine(titleOf(told.council, issue)), roomFor.title) }),
      line(shortened(oneLine(stands(entry, told)), roomFor.stands)),
      words === '' ? undefined : line({ italic: `"${words}"` }),
      question === undefined ? undefined : line(shortened(oneLine(question), roomFor.asked)),
    ),
    buttons(entry, told),
  )
}
