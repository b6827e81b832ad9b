import type { About } from '#application/messages/message.ts'
import type { TimelineEntry } from '#application/read-models.ts'
import { nameOf, zoneOf } from '../words/people.ts'
import { dayAndTime, zoneName } from '../words/time/dates.ts'
import { tell } from '../words/timeline.ts'
import { line, type Part, quote } from './kit/rich.ts'

/** When it happened, in the reader's zone; in the department's, and saying so, where the reader's is not known. */
const whenOf = ({ story, council, now, readerZone }: About, at: Date): string => {
  if (readerZone !== undefined) return dayAndTime(readerZone, at, now)
  const zone = zoneOf(council, story.issue.department)
  return `${dayAndTime(zone, at, now)} ${zoneName(zone, at)}`
}

/** Who did it, where the sentence does not say so. */
const byWhom = ({ actor, onBehalfOf }: TimelineEntry, sentence: string, { story }: About): string => {
  const [name, owner] = [nameOf(story, actor), nameOf(story, onBehalfOf)]
  if (name === undefined || sentence.includes(name)) return ''
  return owner === undefined ? ` (by ${name})` : ` (by ${name}, for ${owner})`
}

/**
 * An event for one person who may see it: when, who and what, and under it what was written, cut to `words` characters;
 * nothing of that without them.
 */
export const toldEntry = (entry: TimelineEntry, about: About, words: number | undefined): readonly Part[] => {
  const sentence = tell(entry, about)
  return [
    line(`${whenOf(about, entry.at)} · ${sentence}${byWhom(entry, sentence, about)}`),
    ...(entry.words === undefined || words === undefined ? [] : [quote(entry.words.text, words)]),
    ...(entry.erased && words !== undefined ? [line({ italic: 'These words were erased.' })] : []),
  ]
}
