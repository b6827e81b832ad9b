import type { Message } from '#application/messages/message.ts'
import { nameIn } from '../../words/issue.ts'
import { somebody } from '../../words/people.ts'
import { nextAfterSilence } from '../../words/stories/handing-over.ts'
import { tell } from '../../words/timeline.ts'
import { row } from '../kit/actions.ts'
import { line, text } from '../kit/rich.ts'
import { message, type Rendered } from '../kit/shown.ts'
import { closeLoopButton } from './parts/issue-buttons.ts'
import { entryParts, entryWords } from './parts/issue-parts.ts'

/** A line of the story in the card's thread. */
export const renderStory = (story: Extract<Message, { kind: 'story' }>): Rendered =>
  message(text(...entryParts(story.entry, story, 'channel')))

/** A line of news to the one who flagged or follows an issue. */
export const renderNews = (news: Extract<Message, { kind: 'news' }>): Rendered => {
  const { entry, story, mayClose } = news
  return message(
    text(
      line({ bold: `${nameIn(story)}:` }, ` ${tell(entry, news)}`),
      entryWords(entry, news, 'person'),
      line(nextAfterSilence(entry, somebody(story, story.issue.owner)) ?? ''),
    ),
    mayClose && text(line('If you tell them yourself, close the loop here.')),
    mayClose && row([closeLoopButton(story.issue.number)]),
  )
}
