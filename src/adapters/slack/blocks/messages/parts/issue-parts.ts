import type { About } from '#application/messages/message.ts'
import type { TimelineEntry } from '#application/read-models.ts'
import { isWithheld as withheld } from '#domain/issue/issue.ts'
import { storyTitle, storyWords } from '../../../words/issue.ts'
import { tell } from '../../../words/timeline.ts'
import { line, type Part, quote } from '../../kit/rich.ts'

/** Who reads it: everybody in a channel, or one person whom the issue concerns. */
export type Reader = 'channel' | 'person'

/** How much of somebody's words a message repeats; the rest is one press away. */
const mostQuoted = 1000

/** “CX-42 · Nordwind · High · Pay”, in bold. */
export const titleLine = (about: About): Part => line({ bold: storyTitle(about) })

/** True when a channel may not read what was written. */
export const isWithheld = ({ story }: About, reader: Reader): boolean => reader === 'channel' && withheld(story.issue)

/** The customer's words, or that they are withheld. */
export const customerWords = (about: About, reader: Reader, atMost = mostQuoted): Part | undefined => {
  if (isWithheld(about, reader)) return line({ italic: 'Flagged from a private place: words withheld.' })
  const words = storyWords(about.story)
  return words === undefined ? line({ italic: 'The words were erased.' }) : quote(words, atMost)
}

/** Whether a message leaves out a part of the customer's words. */
export const leavesWordsOut = (about: About, reader: Reader): boolean =>
  isWithheld(about, reader) || (storyWords(about.story)?.length ?? 0) > mostQuoted

/** What somebody wrote with an event, unless the reader may not see it; that it was erased, where it was. */
export const entryWords = (
  entry: TimelineEntry,
  about: About,
  reader: Reader,
  atMost = mostQuoted,
): Part | undefined => {
  if (isWithheld(about, reader)) return undefined
  if (entry.erased) return line({ italic: 'These words were erased.' })
  return entry.words && quote(entry.words.text, atMost)
}

/** An event as a sentence, and under it what somebody wrote with it. */
export const entryParts = (entry: TimelineEntry, about: About, reader: Reader, atMost = mostQuoted): readonly Part[] =>
  [line(tell(entry, about)), entryWords(entry, about, reader, atMost)].filter((part) => part !== undefined)
