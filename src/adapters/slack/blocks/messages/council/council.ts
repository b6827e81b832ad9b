import type { Message } from '#application/messages/message.ts'
import { askEnding } from '../../../words/ended.ts'
import { nameIn } from '../../../words/issue.ts'
import { councilReasons, departmentName } from '../../../words/labels.ts'
import { pathWithTimes } from '../../../words/path.ts'
import { somebodyFirst } from '../../../words/people.ts'
import { span } from '../../../words/time/durations.ts'
import { tell } from '../../../words/timeline.ts'
import { row } from '../../kit/actions.ts'
import { muted } from '../../kit/plain.ts'
import { line, text } from '../../kit/rich.ts'
import { message, type Rendered } from '../../kit/shown.ts'
import { claimButton, seeAllButton } from '../parts/issue-buttons.ts'
import { customerWords, entryWords, titleLine } from '../parts/issue-parts.ts'

type Note = Extract<Message, { kind: 'council_note' }>

const stopped = (note: Note): Rendered | undefined => {
  const { entry, story, council } = note
  if (entry.kind !== 'handover_sent_to_council') return undefined
  const from = departmentName(council, entry.from)
  return message(
    text(
      titleLine(note),
      line({ bold: `Where should ${nameIn(story)} end?` }),
      line(
        `${somebodyFirst(story, entry.onBehalfOf ?? entry.actor)} (${from}) wanted to hand it to ${departmentName(council, entry.to)}, but ${councilReasons[entry.why]}. Nothing moved.`,
      ),
      entryWords(entry, note, 'channel'),
      line(`${somebodyFirst(story, story.issue.owner)} answers for it until the council chooses.`),
    ),
    muted(pathWithTimes(note)),
    row([seeAllButton(story.issue.number)]),
  )
}

/** Tells the council's channel that nobody can be asked, or that an issue may not move without it. */
export const renderCouncilNote = (note: Note): Rendered => {
  const { entry, story, council, open } = note
  const sent = stopped(note)
  if (sent) return sent
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
