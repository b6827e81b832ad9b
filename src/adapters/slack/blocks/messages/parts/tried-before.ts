import type { About } from '#application/messages/message.ts'
import type { JoinedEntry, TimelineEntry } from '#application/read-models.ts'
import { issueName } from '#domain/issue/issue.ts'
import { tell } from '../../../words/timeline.ts'
import { bullets, line, type Part } from '../../kit/rich.ts'
import { oneLine, shortened } from '../../kit/text.ts'

const triedKinds = new Set(['reason', 'need', 'what_changed', 'what_was_done', 'still_wrong'])

/** How many steps are told, the latest ones, and how much of the words of each. */
const mostTold = 5
const mostQuoted = 300

const listed = (title: string, items: readonly string[]): readonly Part[] =>
  items.length === 0 ? [] : [line({ bold: title }), bullets(...items.map((item) => [item]))]

/**
 * What others wrote on the way here, their needs and reasons, so that nobody asks again, and what those told who flagged
 * the same; for people it concerns.
 */
export const triedBefore = (about: About, before = Number.POSITIVE_INFINITY): readonly Part[] => {
  const own = about.story.timeline.filter((entry) => entry.seq < before && triedKinds.has(entry.words?.kind ?? ''))
  const joined = about.story.joined ?? []
  const told = (entry: TimelineEntry): string =>
    `${tell(entry, about)} "${shortened(oneLine(entry.words?.text ?? ''), mostQuoted)}"`
  const toldThere = (entry: JoinedEntry): string => `${issueName(entry.number)}: ${told(entry)}`
  const flags = joined.filter((entry) => entry.words?.kind === 'what_happened').map(toldThere)
  const tried = joined.filter((entry) => entry.words?.kind !== 'what_happened').map(toldThere)
  return [
    ...listed('Others flagged the same', flags.slice(-mostTold)),
    ...listed('Tried before', [...tried, ...own.map(told)].slice(-mostTold)),
  ]
}
