import type { Message } from '#application/messages/message.ts'
import type { TimelineEntry } from '#application/read-models.ts'
import { endedSentence } from '../../../words/ended.ts'
import { nameIn, storyTitle } from '../../../words/issue.ts'
import { nameOf, somebody, somebodyFirst, withDepartment, zoneOf } from '../../../words/people.ts'
import { moment } from '../../../words/time/dates.ts'
import { tell } from '../../../words/timeline.ts'
import { row } from '../../kit/actions.ts'
import { line, type Part, text } from '../../kit/rich.ts'
import { message, type Rendered } from '../../kit/shown.ts'
import { seeAllButton } from '../parts/issue-buttons.ts'
import { customerWords, entryWords } from '../parts/issue-parts.ts'
import { askedButtons } from './buttons.ts'
import { askedIn, talkOf } from './talk.ts'

type Consult = Extract<Message, { kind: 'consult' }>

const endings = new Set<TimelineEntry['kind']>(['consult_answered', 'consult_declined', 'consult_ended', 'hands_given'])

const idOf = ({ entry }: Consult): string => ('id' in entry ? `${entry.id}` : '')

/** How it ended for the one who was asked, with the words of an answer. */
const ending = (consult: Consult): readonly (Part | undefined)[] => {
  const { story, person } = consult
  const last = story.timeline.findLast(
    (entry) => endings.has(entry.kind) && 'id' in entry && entry.id === idOf(consult),
  )
  if (!last) return [line(`Nothing is left to answer. ${endedSentence(consult)}`)]
  const said = `${nameIn(story)}: ${tell(last, consult)}`
  if (last.kind === 'consult_ended' && last.why !== 'done') return [line(`No longer needed. ${said} Thank you.`)]
  const thanks = last.actor === person ? 'Thank you. ' : ''
  return [line(`${thanks}${said}`), entryWords(last, consult, 'person', 600)]
}

const opening = (consult: Consult): string => {
  const { story, person, consult: open } = consult
  const name = nameIn(story)
  const asked = askedIn(consult, idOf(consult))
  const asker = withDepartment(consult, story.issue.owner ?? asked?.actor, story.issue.department)
  if (open?.state === 'helping')
    return `You help with ${name} now, thank you. ${asker} answers for it; talk in its thread, and press Done helping when you are.`
  const you = nameOf(story, person)
  const can = you === undefined ? 'Can' : `${you}, can`
  return open?.kind === 'hands'
    ? `${can} you lend a hand with ${name}? ${asker} goes on answering for it.`
    : `${can} you help ${asker} with ${name}? Only your answer is needed.`
}

const until = ({ story, council, now, readerZone, consult }: Consult): string => {
  if (!consult || consult.state === 'helping') return ''
  const owner = somebody(story, story.issue.owner)
  if (consult.state === 'asked_back')
    return `${somebodyFirst(story, story.issue.owner)} reads what you asked back. You can still answer.`
  if (consult.dueAt <= now) return `${somebodyFirst(story, story.issue.owner)} waits for it.`
  const by = moment(readerZone ?? zoneOf(council, consult.department), consult.dueAt, now)
  return `By ${by} please. ${owner === 'somebody' ? 'Somebody' : owner} answers for it all the while.`
}

/** Asks one person a question, or for help; the same message goes on through all that follows, and ends in a line. */
export const renderConsult = (consult: Consult): Rendered => {
  const { story, open, consult: asked } = consult
  if (!open || !asked) return message(text(...ending(consult)))
  const { number } = story.issue
  return message(
    text(line(opening(consult)), ...talkOf(consult, asked.id)),
    text(line({ bold: storyTitle(consult) }), customerWords(consult, 'person'), line(until(consult))),
    row([...askedButtons(number, asked), seeAllButton(number)]),
  )
}
