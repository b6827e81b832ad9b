import { isWithheld } from '#domain/issue/issue.ts'
import type { TimelineEntry } from '../read-models.ts'
import type { About, Subject } from './message.ts'

/** Whether a message stands where others read it than the one whom it is for. */
export const isReadInChannel = (subject: Subject): boolean => !('person' in subject) || subject.kind === 'call'

const wordless = ({ words: _, ...entry }: TimelineEntry): TimelineEntry => entry

/**
 * An issue as a channel may be told of it. Everybody in the company reads a public channel, so until the flagger shares
 * the words of a restricted issue nothing of a message there says whose problem it is, what was written, or where: who
 * has to act is asked directly and reads it all. Taken away here, and not where messages are drawn, it cannot be shown
 * by mistake.
 */
export const forChannel = (about: About): About => {
  const { issue, timeline, names } = about.story
  if (!isWithheld(issue)) return about
  const { source: _, customer: __, ...rest } = issue
  return { ...about, story: { issue: rest, timeline: timeline.map(wordless), names } }
}
