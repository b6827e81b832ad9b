import type { Button } from '@slack/types'
import type { Message } from '#application/messages/message.ts'
import { nameIn } from '../../../words/issue.ts'
import { tell } from '../../../words/timeline.ts'
import { row } from '../../kit/actions.ts'
import { line, text } from '../../kit/rich.ts'
import { message, type Rendered } from '../../kit/shown.ts'
import { handOverButton, resolveButton, seeAllButton } from '../parts/issue-buttons.ts'
import { entryWords } from '../parts/issue-parts.ts'
import { askHandsButton, consultAgainButton, doneHelpingButton, explainButton, notNeededButton } from './buttons.ts'
import { talkOf } from './talk.ts'

type News = Extract<Message, { kind: 'consult_news' }>

/** What to do next, by what has happened. */
const next = ({ entry, story }: News): readonly Button[] => {
  const { number } = story.issue
  const id = 'id' in entry ? `${entry.id}` : ''
  switch (entry.kind) {
    case 'consult_answered':
      return [consultAgainButton(number, id), handOverButton(number), resolveButton(number)]
    case 'consult_asked_back':
      return [explainButton(number, id), notNeededButton(number, id)]
    case 'consult_declined':
      return [askHandsButton(number, id), handOverButton(number)]
    case 'hands_given':
      return [doneHelpingButton(number, id)]
    default:
      return [handOverButton(number)]
  }
}

/** Tells the owner what became of what they asked, and offers what to do next. */
export const renderConsultNews = (news: News): Rendered => {
  const { entry, story, open } = news
  const isAnswer = entry.kind === 'consult_answered' || entry.kind === 'consult_asked_back'
  const talk = isAnswer && 'id' in entry ? talkOf(news, `${entry.id}`, entry.seq) : []
  return message(
    text(
      ...talk,
      line({ bold: `${nameIn(story)}:` }, ` ${tell(entry, news)}`),
      entryWords(entry, news, 'person', 2000),
    ),
    open && row([...next(news), seeAllButton(story.issue.number)]),
  )
}
