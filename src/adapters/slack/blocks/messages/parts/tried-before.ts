import type { About } from '#application/messages/message.ts'
import { briefOf } from '#domain/issue/brief.ts'
import { issueName } from '#domain/issue/issue.ts'
import { tell } from '../../../words/timeline.ts'
import { bullets, line, type Part } from '../../kit/rich.ts'
import { oneLine, shortened } from '../../kit/text.ts'

/** How many steps are told, the latest ones, and how much of the words of each. */
const mostTold = 8
const mostQuoted = 300

type Between = { readonly before?: number; readonly after?: number }

/** What others wrote on the way here, their news, needs and reasons, so that nobody asks again; for people it concerns. */
export const triedBefore = (
  about: About,
  { before = Number.POSITIVE_INFINITY, after = 0 }: Between = {},
  title = 'Tried before',
): readonly Part[] => {
  const { timeline, joined } = about.story
  const own = briefOf(timeline, before - 1).since.filter(({ seq }) => seq > after)
  const others = after === 0 ? (joined ?? []) : []
  const items = [...others, ...own].slice(-mostTold).map((entry) => {
    const said = `${tell(entry, about)} "${shortened(oneLine(entry.words?.text ?? ''), mostQuoted)}"`
    return ['number' in entry ? `${issueName(Number(entry.number))}: ${said}` : said]
  })
  return items.length === 0 ? [] : [line({ bold: title }), bullets(...items)]
}
