import type { About } from '#application/messages/message.ts'
import { issueName } from '#domain/issue/issue.ts'
import { storyWords } from '../words/issue.ts'
import { pathWithTimes } from '../words/path.ts'
import { counted } from '../words/time/durations.ts'
import { tell } from '../words/timeline.ts'
import { limits } from './kit/limits.ts'
import { divider, muted } from './kit/plain.ts'
import { line, quote, text } from './kit/rich.ts'
import { type Shown, together } from './kit/shown.ts'
import { clean, inParts } from './kit/text.ts'
import { consultLines } from './messages/consulting/open-consults.ts'
import { decisionLine } from './messages/deciding/decision.ts'
import { dontAskLine, wholeBrief } from './messages/parts/brief-parts.ts'
import { titleLine } from './messages/parts/issue-parts.ts'
import { handoverLine, lastToldLine, linked, promiseLine, quietFacts, standingLine } from './messages/parts/standing.ts'
import { timeLines } from './messages/parts/waiting/time-line.ts'
import { waitLine } from './messages/parts/waiting/wait-line.ts'

/** How many of the things written about merged issues are shown, the latest ones. */
const mostJoined = 15

import { toldEntry } from './told-entry.ts'

/** How much of a story fits: characters of what people wrote with an event, and events. */
export type Room = { readonly words: number; readonly entries: number }

const customersWords = (about: About, atMost: number | undefined): Shown => {
  const words = storyWords(about.story)
  if (words === undefined) return text(line({ italic: 'The words were erased.' }))
  if (atMost !== undefined) return text(quote(words, atMost))
  return together(...inParts(clean(words), limits.text).map((part) => text(quote(part))))
}

const events = (about: About, { words, entries }: Room): readonly Shown[] => {
  const all = about.story.timeline.filter(({ kind }) => kind !== 'reminded' && kind !== 'snoozed')
  const left = all.length - entries
  return [
    text(line({ bold: 'What happened since' })),
    left > 0 ? muted(`${counted(left, 'earlier line')} left out here`) : { blocks: [], text: '' },
    ...all
      .slice(-entries)
      .map((entry) => text(...toldEntry(entry, about, entry.kind === 'flagged' ? undefined : words))),
  ]
}

/** What was written about the issues that were merged into this one. */
const joined = (about: About, { words }: Room): readonly Shown[] =>
  (about.story.joined ?? [])
    .slice(-mostJoined)
    .map((entry) =>
      text(line(`${issueName(entry.number)} · ${tell(entry, about)}`), quote(entry.words?.text ?? '', words)),
    )

/** An issue from the start, for one person who may see it: words, where it stands, its path, and what happened. */
export const wholeStory = (about: About, room: Room, wordsAtMost?: number): readonly (Shown | false)[] => [
  text(titleLine(about)),
  customersWords(about, wordsAtMost),
  text(
    standingLine(about),
    promiseLine(about, 'person'),
    waitLine(about, 'person'),
    handoverLine(about),
    decisionLine(about),
    ...consultLines(about),
    lastToldLine(about, 'person'),
  ),
  muted(...quietFacts(about).slice(0, 2), pathWithTimes(about), linked(about)),
  ...timeLines(about),
  wholeBrief(about, wordsAtMost),
  text(dontAskLine(about, 'person')),
  ...joined(about, room),
  about.story.issue.onHold && muted('On hold: its words are kept, however old they get.'),
  divider,
  ...events(about, room),
]
