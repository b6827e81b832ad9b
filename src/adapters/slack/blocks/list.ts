import type { Listing } from '#application/use-cases/reading/list-issues.ts'
import { counted } from '../words/time/durations.ts'
import { issueLine } from './issue-lines.ts'
import { item, muted } from './kit/plain.ts'
import { line, text } from './kit/rich.ts'
import { message, type Rendered } from './kit/shown.ts'
import { openButton } from './messages/parts/issue-buttons.ts'

/** As many as stay well below the fifty blocks of a message. */
const most = 40

const more = ({ lines, more: unseen }: Listing): string | false => {
  const hidden = lines.length - most
  if (unseen) return `These have waited longest; there are more than ${Math.min(most, lines.length)}.`
  return hidden > 0 && `and ${counted(hidden, 'more issue')}`
}

const listed = (title: string, nothing: string, listing: Listing): Rendered => {
  const { council, lines, now } = listing
  if (lines.length === 0) return message(text(line(nothing)))
  const rest = more(listing)
  return message(
    text(line({ bold: title })),
    ...lines.slice(0, most).map((issue) => item(issueLine(issue, { council, now }), openButton(issue.number))),
    rest !== false && muted(rest),
  )
}

/** `/cx list`: the open issues that the person may see. */
export const renderList = (list: Listing): Rendered =>
  listed('Open issues', 'No issue is open. To flag one: /cx flag', list)

/** `/cx mine`: the issues that the person answers for. */
export const renderMineList = (list: Listing): Rendered =>
  listed('You answer for', 'You answer for no issue right now. Thank you for looking.', list)
