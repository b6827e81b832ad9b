import type { About } from '#application/messages/message.ts'
import type { JoinedEntry, TimelineEntry } from '#application/read-models.ts'
import { briefOf } from '#domain/issue/brief.ts'
import { issueName } from '#domain/issue/issue.ts'
import { tell } from '../../../words/timeline.ts'
import { bullets, line, type Part } from '../../kit/rich.ts'
import { oneLine, shortened } from '../../kit/text.ts'

/** How many steps are told, the latest ones, and how much of the words of each. */
const mostTold = 8
const mostQuoted = 300

type Between = { readonly before?: number; readonly after?: number }

const listed = (title: string, items: readonly string[]): readonly Part[] =>
  items.length === 0 ? [] : [line({ bold: title }), bullets(...items.map((item) => [item]))]

/**
 * What others wrote on the way here, their news, needs and reasons, so that nobody asks again, and what those told who
 * flagged the same; for people it concerns.
 */
export const triedBefore = (
  about: About,
  { before = Number.POSITIVE_INFINITY, after = 0 }: Between = {},
  title = 'Tried before',
): readonly Part[] => {
  const { timeline, joined = [] } = about.story
  const own = briefOf(timeline, before - 1).since.filter(({ seq }) => seq > after)
  const others = after === 0 ? joined : []
  const told = (entry: TimelineEntry): string =>
    `${tell(entry, about)} "${shortened(oneLine(entry.words?.text ?? ''), mostQuoted)}"`
  const toldThere = (entry: JoinedEntry): string => `${issueName(entry.number)}: ${told(entry)}`
  const isFlag = (entry: JoinedEntry): boolean => entry.words?.kind === 'what_happened'
  const flags = others.filter(isFlag).map(toldThere)
  const tried = others.filter((entry) => !isFlag(entry)).map(toldThere)
  return [
    ...listed('Others flagged the same', flags.slice(-mostTold)),
    ...listed(title, [...tried, ...own.map(told)].slice(-mostTold)),
  ]
}
