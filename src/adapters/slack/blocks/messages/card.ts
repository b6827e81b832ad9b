import type { About } from '#application/messages/message.ts'
import { localDate } from '#domain/time/zoned-time.ts'
import { actionIds } from '../../names.ts'
import { nextStepBlock } from '../../values.ts'
import { zoneOf } from '../../words/people.ts'
import { datePicker, row } from '../kit/actions.ts'
import { muted } from '../kit/plain.ts'
import { line, type Part, text } from '../kit/rich.ts'
import { message, type Rendered, type Shown } from '../kit/shown.ts'
import { openConsults } from './consulting/open-consults.ts'
import { decisionLine } from './deciding/decision.ts'
import { dontAskLine } from './parts/brief-parts.ts'
import { takeBackButton } from './parts/handover-buttons.ts'
import {
  claimButton,
  closeLoopButton,
  handOverButton,
  moreMenu,
  movingAgainButton,
  notOursButton,
  reopenButton,
  resolveButton,
  seeAllButton,
  updateButton,
} from './parts/issue-buttons.ts'
import { customerWords, isWithheld, leavesWordsOut, titleLine } from './parts/issue-parts.ts'
import { handoverLine, lastToldLine, promiseLine, quietFacts, standingLine } from './parts/standing.ts'
import { timeLine } from './parts/waiting/time-line.ts'
import { waitLine } from './parts/waiting/wait-line.ts'

/** The field for the day of the next step, showing the one promised. */
export const nextStepPicker = ({ story: { issue }, council, now }: About, placeholder: string) => {
  const { nextStepBy, department } = issue
  const lastInstant = nextStepBy && nextStepBy > now ? new Date(nextStepBy.getTime() - 1) : undefined
  const chosen = lastInstant && localDate(zoneOf(council, department), lastInstant)
  return datePicker(placeholder, actionIds.nextStepDate, chosen)
}

const buttons = (about: About): Shown => {
  const { number, state, department, handover } = about.story.issue
  const more = leavesWordsOut(about, 'channel') && seeAllButton(number)
  if (state === 'flagged') {
    const dots = moreMenu(number, ['update', 'edit', 'follow', 'merge', 'withdraw'])
    return row([claimButton(number), department !== undefined && notOursButton(number), more, dots])
  }
  if (state === 'claimed') {
    const picker = nextStepPicker(about, 'Next step by')
    const { wait } = about.story.issue
    const dots = moreMenu(number, [...(wait ? [] : (['wait'] as const)), 'next_step', 'promise', 'edit', 'follow'])
    const moving = wait && movingAgainButton(number)
    return row(
      [
        moving,
        updateButton(number),
        handOverButton(number),
        handover !== undefined && handover.pass === undefined && takeBackButton(number, handover.id),
        resolveButton(number),
        picker,
        seeAllButton(number),
        dots,
      ],
      nextStepBlock(number),
    )
  }
  if (state === 'resolved') {
    const dots = moreMenu(number, ['update', 'promise', 'edit', 'follow', 'withdraw'])
    return row([closeLoopButton(number), reopenButton(number), more, dots])
  }
  return row([reopenButton(number)])
}

const sourceLine = (about: About): Part | undefined => {
  const link = about.story.issue.source?.link
  return link === undefined || isWithheld(about, 'channel') ? undefined : line({ link: 'Where it was said', url: link })
}

/** The live card of an issue in the channel of the department that is responsible. */
export const renderCard = (about: About): Rendered => {
  const { state } = about.story.issue
  const over = state === 'withdrawn' || state === 'merged'
  if (over) return message(text(titleLine(about), standingLine(about)))
  return message(
    text(
      titleLine(about),
      customerWords(about, 'channel'),
      standingLine(about),
      promiseLine(about, 'channel'),
      waitLine(about, 'channel'),
      handoverLine(about),
      decisionLine(about),
      state === 'closed' ? undefined : lastToldLine(about, 'channel'),
      state === 'closed' ? undefined : dontAskLine(about, 'channel'),
      sourceLine(about),
    ),
    openConsults(about),
    muted(...quietFacts(about)),
    timeLine(about),
    buttons(about),
  )
}
