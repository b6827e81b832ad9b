import type { About } from '#application/messages/message.ts'
import type { TimelineEntry } from '#application/read-models.ts'
import { tell } from '../../../words/timeline.ts'
import { line, type Part } from '../../kit/rich.ts'
import { entryWords } from '../parts/issue-parts.ts'

const talking = new Set<TimelineEntry['kind']>(['consult_asked', 'consult_asked_back', 'consult_explained'])

/** How much of the talk is repeated, and how much of each of its texts. */
const mostTold = 5
const mostQuoted = 600

/** The event with which a consult began. */
export const askedIn = ({ story }: About, id: string): Extract<TimelineEntry, { kind: 'consult_asked' }> | undefined =>
  story.timeline.find(
    (entry): entry is Extract<TimelineEntry, { kind: 'consult_asked' }> =>
      entry.kind === 'consult_asked' && entry.id === id,
  )

/** What was asked, asked back and answered to that so far, before an event; for the people it concerns. */
export const talkOf = (about: About, id: string, before = Number.POSITIVE_INFINITY): readonly Part[] =>
  about.story.timeline
    .filter((entry) => talking.has(entry.kind) && 'id' in entry && entry.id === id && entry.seq < before)
    .slice(-mostTold)
    .flatMap((entry) => [line(tell(entry, about)), entryWords(entry, about, 'person', mostQuoted)])
    .filter((part) => part !== undefined)
