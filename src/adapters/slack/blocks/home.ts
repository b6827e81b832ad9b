import type { Button, HomeView } from '@slack/types'
import type { Home } from '#application/home.ts'
import type { IssueLine } from '#application/read-models.ts'
import { actionIds } from '../names.ts'
import { counted } from '../words/time/durations.ts'
import { issueLine } from './issue-lines.ts'
import { button, row } from './kit/actions.ts'
import { heading, item, muted } from './kit/plain.ts'
import { line, text } from './kit/rich.ts'
import { home, type Shown, together } from './kit/shown.ts'
import {
  acceptButton,
  claimButton,
  closeLoopButton,
  handOverButton,
  notOursButton,
  resolveButton,
  returnButton,
  routeButton,
  seeAllButton,
} from './messages/parts/issue-buttons.ts'

/** Each of an issue's two blocks: four lists of ten stay below the hundred of a home tab. */
const most = 10

type Buttons = (issue: IssueLine) => readonly (Button | false)[]

const toRoute: Buttons = ({ number }) => [routeButton(number), seeAllButton(number)]

const toClaim: Buttons = ({ number, department }) => [
  claimButton(number),
  department !== undefined && notOursButton(number),
  seeAllButton(number),
]

const toAccept: Buttons = ({ number, handover }) => [
  handover !== undefined && acceptButton(number, handover.id),
  handover !== undefined && returnButton(number, handover.id),
  seeAllButton(number),
]

const mine: Buttons = ({ number, state }) => [
  state === 'claimed' && handOverButton(number),
  state === 'claimed' && resolveButton(number),
  state === 'resolved' && closeLoopButton(number),
  seeAllButton(number),
]

const part = (title: string, issues: readonly IssueLine[], buttons: Buttons, { council, now }: Home): Shown | false => {
  if (issues.length === 0) return false
  const more = issues.length - most
  return together(
    heading(title),
    ...issues.slice(0, most).map((issue) => together(item(issueLine(issue, { council, now })), row(buttons(issue)))),
    more > 0 && muted(`and ${counted(more, 'more issue')}: /cx list`),
  )
}

const flagRow = (): Shown => row([button('Flag a customer issue', actionIds.flag, 'home', 'primary')])

/** App Home: what waits for the person, and what they answer for. */
export const renderHome = (model: Home): HomeView => {
  const lists = [model.toRoute, model.toClaim, model.toAccept, model.mine]
  const nothing = lists.every((list) => list.length === 0)
  return home(
    flagRow(),
    nothing && text(line('Nothing waits for you, and you answer for no issue right now.')),
    part('To route', model.toRoute, toRoute, model),
    part('To claim', model.toClaim, toClaim, model),
    part('To accept', model.toAccept, toAccept, model),
    part('Mine', model.mine, mine, model),
  )
}

/** App Home for those who cannot be shown anything yet: one sentence says why. */
export const renderPlainHome = (sentence: string): HomeView => home(text(line(sentence)))
