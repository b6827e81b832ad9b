import type { ModalView } from '@slack/types'
import type { LeftBehind } from '#application/departures.ts'
import { modal } from '../../blocks/kit/modal.ts'
import { muted } from '../../blocks/kit/plain.ts'
import { bullets, line, text } from '../../blocks/kit/rich.ts'
import { oneLine, shortened } from '../../blocks/kit/text.ts'
import { readOnlyIds } from '../../names.ts'
import { cellName, stillTheirs, whyGone } from '../../words/availability/left.ts'
import { titleOf } from '../../words/issue.ts'
import { counted, span } from '../../words/time/durations.ts'

const short = (text: string): string => shortened(oneLine(text), 200)

/** Everything that somebody left behind, to be read. */
export const leftBehindView = (left: LeftBehind): ModalView => {
  const issues = left.issues.map((issue) => [
    `${short(titleOf(left.council, issue))} · open ${span(left.now.getTime() - issue.flaggedAt.getTime())}`,
  ])
  const cells = left.cells.map((cell) => [short(cellName(left, cell))])
  return modal({
    id: readOnlyIds.show,
    title: 'Left behind',
    parts: [
      text(line({ bold: whyGone(left) }), left.open ? line(stillTheirs(left)) : undefined),
      issues.length > 0 && text(line({ bold: 'Open issues' }), bullets(...issues)),
      left.more > 0 && muted(`and ${counted(left.more, 'more issue')}`),
      cells.length > 0 && text(line({ bold: 'In the journey map' }), bullets(...cells)),
    ],
  })
}
