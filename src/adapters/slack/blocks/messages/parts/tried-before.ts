import type { About } from '#application/messages/message.ts'
import { issueName } from '#domain/issue/issue.ts'
import { tell } from '../../../words/timeline.ts'
import { bullets, line, type Part } from '../../kit/rich.ts'
import { oneLine, shortened } from '../../kit/text.ts'

const triedKinds = new Set(['reason', 'need', 'what_changed', 'what_was_done', 'still_wrong'])

/** How many steps are told, the latest ones, and how much of the words of each. */
const mostTold = 5
const mostQuoted = 300

/** What others wrote on the way here, their needs and reasons, so that nobody asks again; for people it concerns. */
export const triedBefore = (about: About, before = Number.POSITIVE_INFINITY): readonly Part[] => {
  const own = about.story.timeline.filter((entry) => entry.seq < before && triedKinds.has(entry.words?.kind ?? ''))
  const items = [...(about.story.joined ?? []), ...own].slice(-mostTold).map((entry) => {
    const said = `${tell(entry, about)} "${shortened(oneLine(entry.words?.text ?? ''), mostQuoted)}"`
    return ['number' in entry ? `${issueName(Number(entry.number))}: ${said}` : said]
  })
  return items.length === 0 ? [] : [line({ bold: 'Tried before' }), bullets(...items)]
}
