import type { Message } from '#application/messages/message.ts'
import type { IssueStory, TimelineEntry } from '#application/read-models.ts'
import { endedSentence } from '../../../words/ended.ts'
import { nameIn, storyTitle } from '../../../words/issue.ts'
import { departmentName } from '../../../words/labels.ts'
import { nameOf, somebody, somebodyFirst, zoneOf } from '../../../words/people.ts'
import { commitments } from '../../../words/stories/commitments.ts'
import { moment } from '../../../words/time/dates.ts'
import { tell } from '../../../words/timeline.ts'
import { row } from '../../kit/actions.ts'
import { line, text } from '../../kit/rich.ts'
import { message, type Rendered } from '../../kit/shown.ts'
import { acceptButton, returnButton, seeAllButton } from '../parts/issue-buttons.ts'
import { customerWords, entryWords } from '../parts/issue-parts.ts'
import { triedBefore } from '../parts/tried-before.ts'

type Pass = Extract<Message, { kind: 'pass' }>
type Asked = Extract<TimelineEntry, { kind: 'pass_asked' }>

const answerTo = ({ timeline }: IssueStory, { id, seq }: Asked): TimelineEntry | undefined =>
  timeline.find(
    (entry) =>
      entry.seq > seq &&
      (entry.kind === 'pass_accepted' || entry.kind === 'pass_declined' || entry.kind === 'pass_cancelled') &&
      entry.id === id,
  )

const ending = (pass: Pass, asked: Asked): string => {
  const { story } = pass
  const name = nameIn(story)
  const answer = answerTo(story, asked)
  if (answer?.kind === 'pass_accepted') return `${somebodyFirst(story, answer.owner)} accepted ${name}.`
  if (answer?.kind === 'pass_declined')
    return `${somebodyFirst(story, answer.actor)} returned ${name}. ${somebodyFirst(story, story.issue.owner)} answers for it.`
  if (answer?.kind !== 'pass_cancelled') return `Nothing is left to accept. ${endedSentence(pass)}`
  return `${tell(answer, pass)} Nothing is left to do for you with ${name}.`
}

/** Whom they would take it from, and who asks for it. */
const opening = (pass: Pass, asked: Asked): string => {
  const { story } = pass
  const name = nameOf(story, asked.asked)
  const greeting = name === undefined ? 'Can' : `${name}, can`
  const whose = asked.onBehalfOf === undefined ? '' : ` ${somebodyFirst(story, asked.actor)} asks for it.`
  return `${greeting} you take ${nameIn(story)} over from ${somebody(story, story.issue.owner)}?${whose}`
}

const until = ({ story, council, now, readerZone }: Pass, asked: Asked): string => {
  const { handover, owner } = story.issue
  const meanwhile = `${somebodyFirst(story, owner)} answers for it until you accept.`
  if (!handover || handover.dueAt <= now) return meanwhile
  const by = moment(readerZone ?? zoneOf(council, asked.department), handover.dueAt, now)
  return `By ${by} please. ${meanwhile}`
}

/** Asks a colleague to take an issue over within the department; afterwards one line says how it went. */
export const renderPass = (pass: Pass): Rendered => {
  const { entry, story, council } = pass
  if (entry.kind !== 'pass_asked') return message(text(line(tell(entry, pass))))
  if (!pass.open) return message(text(line(ending(pass, entry))))
  const { number } = story.issue
  return message(
    text(line(opening(pass, entry)), entryWords(entry, pass, 'person')),
    text(
      line({ bold: storyTitle(pass) }),
      customerWords(pass, 'person'),
      ...triedBefore(pass, { before: entry.seq }),
      line(`It stays with ${departmentName(council, entry.department)}. ${commitments(pass)} ${until(pass, entry)}`),
    ),
    row([acceptButton(number, entry.id), returnButton(number, entry.id), seeAllButton(number)]),
  )
}
