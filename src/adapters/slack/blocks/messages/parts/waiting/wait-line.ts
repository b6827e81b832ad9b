import type { About } from '#application/messages/message.ts'
import { waitSentence } from '../../../../words/waiting/waits.ts'
import { line, type Part } from '../../../kit/rich.ts'
import type { Reader } from '../issue-parts.ts'

/** What an issue waits on, since when, and when its owner is woken up. */
export const waitLine = (about: About, reader: Reader): Part | undefined => {
  const said = about.story.issue.wait && waitSentence(about, reader)
  return said === undefined ? undefined : line(said)
}
