import type { LeftBehind } from '#application/departures.ts'
import { actionIds } from '../../../names.ts'
import { cellValue, giveValue } from '../../../values.ts'
import { allGiven, cellName, dutiesLeft, nobodyToName, stillTheirs, whyGone } from '../../../words/availability/left.ts'
import { titleOf } from '../../../words/issue.ts'
import { day } from '../../../words/time/dates.ts'
import { counted } from '../../../words/time/durations.ts'
import { button, row } from '../../kit/actions.ts'
import { muted } from '../../kit/plain.ts'
import { line, text } from '../../kit/rich.ts'
import { message, type Rendered, type Shown, together } from '../../kit/shown.ts'
import { oneLine, shortened } from '../../kit/text.ts'
import { openButton, takeItButton } from '../parts/issue-buttons.ts'

/** So many cells of the map are offered at once; the next ones follow when these are given. */
const cellsAtOnce = 5

/** A name on a button, so that the words before it are still read. */
const onButton = (name: string): string => shortened(name.trim() === '' ? 'the colleague' : name, 40)

const issueRow = (left: LeftBehind, issue: LeftBehind['issues'][number]): Shown => {
  const { number, next, flaggedAt, state } = issue
  const since = `flagged ${day(left.council.calendar.timeZone, flaggedAt, left.now)}`
  const still = state === 'resolved' ? ' · the customer has to be told' : ''
  return together(
    text(line({ bold: shortened(oneLine(titleOf(left.council, issue)), 120) }, ` · ${since}${still}`)),
    row([
      next &&
        button(
          `Give to ${onButton(next.name)}`,
          actionIds.giveTo,
          giveValue({ issue: number, person: next.id }),
          'primary',
        ),
      takeItButton(number),
      openButton(number),
    ]),
  )
}

const cellRow = (left: LeftBehind, cell: LeftBehind['cells'][number]): Shown => {
  const { next, stage, region } = cell
  const value = (to: string): string =>
    cellValue({
      department: left.department,
      stage,
      ...(region === undefined ? {} : { region }),
      gone: left.gone.id,
      to,
    })
  return together(
    text(line({ bold: shortened(oneLine(cellName(left, cell)), 120) }), next ? undefined : line(nobodyToName(left))),
    row([next && button(`Name ${onButton(next.name)}`, actionIds.nameInMap, value(next.id), 'primary')]),
  )
}

/** Tells lead or chair what somebody left behind, each with one press to give it away; at the end one line. */
export const renderDeparture = (left: LeftBehind): Rendered => {
  if (!left.open) return message(text(line(allGiven(left))))
  const cells = left.cells.slice(0, cellsAtOnce)
  const more = left.more + left.cells.length - cells.length
  const duties = dutiesLeft(left)
  return message(
    text(line({ bold: whyGone(left) }), line(stillTheirs(left))),
    ...left.issues.map((issue) => issueRow(left, issue)),
    ...cells.map((cell) => cellRow(left, cell)),
    more > 0 && muted(`and ${counted(more, 'more', 'more')}: the next ones come here when these are given.`),
    more > 0 && row([button('See all of them', actionIds.seeLeft, left.id)]),
    duties !== undefined && muted(duties),
  )
}
