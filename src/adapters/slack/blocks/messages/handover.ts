import type { Message } from '#application/messages/message.ts'
import type { IssueStory, TimelineEntry } from '#application/read-models.ts'
import { endedSentence } from '../../words/ended.ts'
import { nameIn, storyTitle } from '../../words/issue.ts'
import { departmentName, reasonsToReceiver } from '../../words/labels.ts'
import { nameOf, somebodyFirst, withDepartment, zoneOf } from '../../words/people.ts'
import { moment } from '../../words/time/dates.ts'
import { tell } from '../../words/timeline.ts'
import { row } from '../kit/actions.ts'
import { limits } from '../kit/limits.ts'
import { line, type Part, text } from '../kit/rich.ts'
import { message, type Rendered } from '../kit/shown.ts'
import { acceptButton, handOverButton, passButton, returnButton, seeAllButton } from './parts/issue-buttons.ts'
import { customerWords, entryWords } from './parts/issue-parts.ts'
import { triedBefore } from './parts/tried-before.ts'

type Handover = Extract<Message, { kind: 'handover' }>
type Asked = Extract<TimelineEntry, { kind: 'handover_asked' }>

const answerTo = ({ timeline }: IssueStory, id: string): TimelineEntry | undefined =>
  timeline.find(
    (entry) =>
      (entry.kind === 'handover_accepted' ||
        entry.kind === 'handover_returned' ||
        entry.kind === 'handover_cancelled') &&
      entry.id === id,
  )

const ending = (handover: Handover, { id }: Asked): string => {
  const { story, council } = handover
  const answer = answerTo(story, id)
  const name = nameIn(story)
  switch (answer?.kind) {
    case 'handover_accepted':
      return `${somebodyFirst(story, answer.owner)} accepted ${name}.`
    case 'handover_returned':
      return `${somebodyFirst(story, answer.actor)} returned ${name} to ${departmentName(council, answer.from)}.`
    case 'handover_cancelled':
      return `${name} was ${answer.why}; nothing is left to accept.`
    default:
      return `Nothing is left to accept. ${endedSentence(handover)}`
  }
}

const changed = (handover: Handover, asked: Asked): readonly Part[] => {
  const entry = handover.story.timeline.find((other) => other.kind === 'what_changed_said' && other.id === asked.id)
  const words = entry && entryWords(entry, handover, 'person', limits.text)
  return words === undefined ? [] : [line({ bold: 'What has changed' }), words]
}

const opening = (handover: Handover, asked: Asked): string => {
  const { story } = handover
  const name = nameOf(story, asked.asked)
  const greeting = name === undefined ? '' : `${name}, `
  const sender = withDepartment(handover, asked.onBehalfOf ?? asked.actor, asked.from)
  return `${greeting}can you take ${nameIn(story)} over from ${sender}? ${reasonsToReceiver[asked.reason]}`
}

const until = ({ story, council, now, readerZone }: Handover, asked: Asked): string => {
  const { handover, owner } = story.issue
  const meanwhile = `${somebodyFirst(story, owner)} answers for it until you accept.`
  if (!handover || handover.dueAt <= now) return meanwhile
  return `By ${moment(readerZone ?? zoneOf(council, asked.to), handover.dueAt, now)} please. ${meanwhile}`
}

/** Asks a person of another department to accept; afterwards one line says how it went. */
export const renderHandover = (handover: Handover): Rendered => {
  const { entry, story } = handover
  if (entry.kind !== 'handover_asked') return message(text(line(tell(entry, handover))))
  if (!handover.open) return message(text(line(ending(handover, entry))))
  const { number } = story.issue
  return message(
    text(
      line(opening(handover, entry)),
      line({ bold: 'What they need from you' }),
      entryWords(entry, handover, 'person'),
    ),
    text(
      ...changed(handover, entry),
      line({ bold: storyTitle(handover) }),
      customerWords(handover, 'person'),
      ...triedBefore(handover, entry.seq),
      line(until(handover, entry)),
    ),
    row([acceptButton(number, entry.id), returnButton(number, entry.id), seeAllButton(number)]),
  )
}

/** Tells the sender that it came back and why; they never stopped answering for it. */
export const renderReturned = (returned: Extract<Message, { kind: 'returned' }>): Rendered => {
  const { story, council, entry, open } = returned
  const from =
    entry.kind === 'handover_returned' ? departmentName(council, entry.to) : somebodyFirst(story, entry.actor)
  const { number } = story.issue
  return message(
    text(
      line(
        `${from} returned ${nameIn(story)}, so you still answer for it. ${entry.kind === 'pass_declined' ? 'They' : somebodyFirst(story, entry.actor)} wrote:`,
      ),
      entryWords(entry, returned, 'person'),
    ),
    open && row([entry.kind === 'pass_declined' && passButton(number), handOverButton(number), seeAllButton(number)]),
  )
}
