import type { About, Message } from '#application/messages/message.ts'
import type { IssueStory, TimelineEntry } from '#application/read-models.ts'
import { standsStill } from '#domain/decisions/moving/handover-clock.ts'
import { nameIn, storyTitle } from '../../words/issue.ts'
import { departmentName, reasonsToReceiver } from '../../words/labels.ts'
import { handoverEnding } from '../../words/moving/ending.ts'
import { nameOf, somebody, somebodyFirst, withDepartment, zoneOf } from '../../words/people.ts'
import { dayAndTime, moment } from '../../words/time/dates.ts'
import { tell } from '../../words/timeline.ts'
import { row } from '../kit/actions.ts'
import { limits } from '../kit/limits.ts'
import { line, type Part, text } from '../kit/rich.ts'
import { message, type Rendered } from '../kit/shown.ts'
import { briefParts } from './parts/brief-parts.ts'
import { handoverAnswers } from './parts/handover-buttons.ts'
import { handOverButton, passButton, seeAllButton } from './parts/issue-buttons.ts'
import { entryWords } from './parts/issue-parts.ts'

type Handover = Extract<Message, { kind: 'handover' }>
type Asked = Extract<TimelineEntry, { kind: 'handover_asked' }>

/** How the handover began that an entry asks about: it asks itself, or somebody in place of the one who was asked. */
const askedIn = ({ timeline }: IssueStory, entry: TimelineEntry): Asked | undefined =>
  entry.kind === 'handover_lead_asked'
    ? timeline.find((other): other is Asked => other.kind === 'handover_asked' && other.id === entry.id)
    : entry.kind === 'handover_asked'
      ? entry
      : undefined

const changed = (handover: Handover, asked: Asked): readonly Part[] => {
  const entry = handover.story.timeline.find((other) => other.kind === 'what_changed_said' && other.id === asked.id)
  const words = entry && entryWords(entry, handover, 'person', limits.text)
  return words === undefined ? [] : [line({ bold: 'What has changed' }), words]
}

const opening = (handover: Handover, asked: Asked): string => {
  const { entry, story, council, now, readerZone } = handover
  const sender = withDepartment(handover, asked.onBehalfOf ?? asked.actor, asked.from)
  const take = `take ${nameIn(story)} over from ${sender}? ${reasonsToReceiver[asked.reason]}`
  const name = nameOf(story, 'asked' in entry && typeof entry.asked === 'string' ? entry.asked : undefined)
  const greeting = name === undefined ? '' : `${name}, `
  if (entry.kind === 'handover_asked') return `${greeting}can you ${take}`
  const since = dayAndTime(readerZone ?? zoneOf(council, asked.to), asked.at, now)
  const silent = `${somebody(story, asked.asked)} was asked on ${since} and has not answered.`
  return `${greeting}can you, or somebody of ${departmentName(council, asked.to)}, ${take} ${silent[0]?.toUpperCase()}${silent.slice(1)}`
}

/** What the receiver asked first, and what came of it. */
const asking = (handover: Handover, { id }: Asked): readonly (Part | undefined)[] => {
  const { story } = handover
  const of = (kind: TimelineEntry['kind']): TimelineEntry | undefined =>
    story.timeline.find((entry) => entry.kind === kind && 'id' in entry && entry.id === id)
  const [question, answer] = [of('handover_question'), of('handover_question_answered')]
  return [
    ...(question ? [line({ bold: tell(question, handover) }), entryWords(question, handover, 'person')] : []),
    ...(answer ? [line({ bold: tell(answer, handover) }), entryWords(answer, handover, 'person')] : []),
  ]
}

/** By when an answer is needed, and who answers for it meanwhile. */
export const untilAnswered = ({ story, council, now, readerZone }: About, to: string): string => {
  const { handover, owner } = story.issue
  const meanwhile = `${somebodyFirst(story, owner)} answers for it until you accept.`
  if (handover && standsStill(handover))
    return `Your time to answer stands still until ${somebody(story, handover.question?.to)} has answered. ${meanwhile}`
  if (!handover || handover.dueAt <= now) return meanwhile
  return `By ${moment(readerZone ?? zoneOf(council, to), handover.dueAt, now)} please. ${meanwhile}`
}

/** Asks a person of another department to accept; afterwards one line says how it went. */
export const renderHandover = (handover: Handover): Rendered => {
  const { entry, story } = handover
  const asked = askedIn(story, entry)
  if (!asked) return message(text(line(tell(entry, handover))))
  if (!handover.open) return message(text(line(handoverEnding(handover, asked.id))))
  const { number } = story.issue
  return message(
    text(
      line(opening(handover, asked)),
      line({ bold: 'What they need from you' }),
      entryWords(asked, handover, 'person'),
    ),
    text(
      ...changed(handover, asked),
      line({ bold: storyTitle(handover) }),
      ...briefParts(handover, asked.seq),
      ...asking(handover, asked),
      line(untilAnswered(handover, asked.to)),
    ),
    row([...handoverAnswers(story.issue), seeAllButton(number)]),
  )
}

/** How it came back, and what can be done now. */
const cameBack = ({ story, council, entry }: Extract<Message, { kind: 'returned' }>): string => {
  const name = nameIn(story)
  if (entry.kind === 'handover_expired')
    return `Nobody in ${departmentName(council, entry.to)} answered in time, so you still answer for ${name}. Ask somebody there a question first, or choose another department: both are under Hand over or consult.`
  const from =
    entry.kind === 'handover_returned' ? departmentName(council, entry.to) : somebodyFirst(story, entry.actor)
  const who = entry.kind === 'pass_declined' ? 'They' : somebodyFirst(story, entry.actor)
  return `${from} returned ${name}, so you still answer for it. ${who} wrote:`
}

/** Tells the sender that it came back and why; they never stopped answering for it. */
export const renderReturned = (returned: Extract<Message, { kind: 'returned' }>): Rendered => {
  const { story, entry, open } = returned
  const { number } = story.issue
  return message(
    text(line(cameBack(returned)), entryWords(entry, returned, 'person')),
    open && row([entry.kind === 'pass_declined' && passButton(number), handOverButton(number), seeAllButton(number)]),
  )
}
