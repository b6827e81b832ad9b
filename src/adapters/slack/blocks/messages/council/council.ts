import type { Message } from '#application/messages/message.ts'
import { askEnding } from '../../../words/ended.ts'
import { departmentName } from '../../../words/labels.ts'
import { span } from '../../../words/time/durations.ts'
import { tell } from '../../../words/timeline.ts'
import { row } from '../../kit/actions.ts'
import { line, text } from '../../kit/rich.ts'
import { message, type Rendered } from '../../kit/shown.ts'
import { claimButton, seeAllButton } from '../parts/issue-buttons.ts'
import { customerWords, titleLine } from '../parts/issue-parts.ts'

type Note = Extract<Message, { kind: 'council_note' }>

/** Tells the council's channel that nobody can be asked. */
export const renderCouncilNote = (note: Note): Rendered => {
  const { entry, story, council, open } = note
  if (entry.kind !== 'nobody_reachable') return message(text(titleLine(note), line(tell(entry, note))))
  if (!open) return message(text(line(askEnding(note))))
  return message(
    text(
      titleLine(note),
      customerWords(note, 'channel'),
      line(`Nobody in ${departmentName(council, entry.department)} can be asked right now. Who takes it?`),
    ),
    row([claimButton(story.issue.number), seeAllButton(story.issue.number)]),
  )
}

/** The last rung: asks the council's channel for an owner; afterwards one line says who claimed. */
export const renderCouncilAsk = (ask: Extract<Message, { kind: 'council_ask' }>): Rendered => {
  const { story, council, now, open } = ask
  const { number, flaggedAt, ask: asked, department } = story.issue
  if (!open) return message(text(line(askEnding(ask))))
  const waited = span(now.getTime() - flaggedAt.getTime())
  const silent =
    asked === undefined || department === undefined
      ? ''
      : ` ${departmentName(council, department)} was asked, and nobody has claimed it yet.`
  return message(
    text(
      titleLine(ask),
      customerWords(ask, 'channel'),
      line(`${story.customerName ?? 'The customer'} has waited ${waited} for an owner.${silent} Who takes it?`),
    ),
    row([claimButton(number), seeAllButton(number)]),
  )
}
