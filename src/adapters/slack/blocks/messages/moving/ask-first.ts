import type { Message } from '#application/messages/message.ts'
import type { TimelineEntry } from '#application/read-models.ts'
import { nameIn, storyTitle } from '../../../words/issue.ts'
import { departmentName } from '../../../words/labels.ts'
import { handoverEnding } from '../../../words/moving/ending.ts'
import { nameOf, somebodyFirst, withDepartment } from '../../../words/people.ts'
import { tell } from '../../../words/timeline.ts'
import { row } from '../../kit/actions.ts'
import { line, text } from '../../kit/rich.ts'
import { message, type Rendered } from '../../kit/shown.ts'
import { untilAnswered } from '../handover.ts'
import { answerQuestionButton, handoverAnswers, takeBackButton } from '../parts/handover-buttons.ts'
import { seeAllButton } from '../parts/issue-buttons.ts'
import { customerWords, entryWords } from '../parts/issue-parts.ts'

type AskedFirst = Extract<Message, { kind: 'ask_first' | 'first_answer' }>

const find = ({ story }: AskedFirst, kind: TimelineEntry['kind'], id: string): TimelineEntry | undefined =>
  story.timeline.find((entry) => entry.kind === kind && 'id' in entry && entry.id === id)

/** Puts the receiver's question to the sender; afterwards one line says that it was answered, or is not needed. */
export const renderAskFirst = (asked: AskedFirst): Rendered => {
  const { entry, story, council, open } = asked
  if (entry.kind !== 'handover_question') return message(text(line(tell(entry, asked))))
  const { number, handover } = story.issue
  const answer = find(asked, 'handover_question_answered', entry.id)
  if (!open || !handover)
    return message(
      text(
        line(answer ? tell(answer, asked) : handoverEnding(asked, entry.id)),
        answer && entryWords(answer, asked, 'person'),
      ),
    )
  const name = nameOf(story, entry.asked)
  const who = withDepartment(asked, entry.actor, handover.to)
  return message(
    text(
      line(
        `${name === undefined ? 'One' : `${name}, one`} question from ${who} before they take ${nameIn(story)} over:`,
      ),
      entryWords(entry, asked, 'person'),
    ),
    text(
      line({ bold: storyTitle(asked) }),
      customerWords(asked, 'person', 300),
      line(
        `The time of ${departmentName(council, handover.to)} stands still until you answer, and ${somebodyFirst(story, story.issue.owner)} answers for it meanwhile.`,
      ),
    ),
    row([answerQuestionButton(number, entry.id), takeBackButton(number, entry.id), seeAllButton(number)]),
  )
}

/** Brings the answer to whoever asked; the handover waits for them again. */
export const renderFirstAnswer = (answered: AskedFirst): Rendered => {
  const { entry, story, open } = answered
  if (entry.kind !== 'handover_question_answered') return message(text(line(tell(entry, answered))))
  const { number, handover } = story.issue
  if (!open || !handover) return message(text(line(handoverEnding(answered, entry.id))))
  const question = find(answered, 'handover_question', entry.id)
  return message(
    text(
      line(`${somebodyFirst(story, entry.actor)} answered your question about ${nameIn(story)}:`),
      entryWords(entry, answered, 'person'),
      question && line({ bold: 'You had asked' }),
      question && entryWords(question, answered, 'person', 300),
    ),
    text(line({ bold: storyTitle(answered) }), line(untilAnswered(answered, handover.to))),
    row([...handoverAnswers(story.issue), seeAllButton(number)]),
  )
}
