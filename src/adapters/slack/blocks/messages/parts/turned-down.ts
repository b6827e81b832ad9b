import type { About } from '#application/messages/message.ts'
import type { TimelineEntry } from '#application/read-models.ts'
import { departmentName } from '../../../words/labels.ts'
import { bullets, line, type Part } from '../../kit/rich.ts'
import { oneLine, shortened } from '../../kit/text.ts'

type NotOurs = Extract<TimelineEntry, { kind: 'not_ours' }>

/** As many as one reads before deciding; the rest is one press away. */
const mostTold = 5

const refusalsIn = ({ story }: About): readonly NotOurs[] =>
  story.timeline.filter((entry): entry is NotOurs => entry.kind === 'not_ours')

/** “Support and Billing”: the departments that said Not ours, each once; undefined when none did. */
export const turnedDownBy = (about: About): string | undefined => {
  const names = [...new Set(refusalsIn(about).map(({ from }) => departmentName(about.council, from)))]
  const last = names.at(-1)
  if (last === undefined) return undefined
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}

const reason = ({ from, to, words }: NotOurs, { council }: About): string => {
  const written = oneLine(words?.text ?? '')
  const name = departmentName(council, from)
  return written === ''
    ? `${name}: ${departmentName(council, to)} should have it.`
    : `${name}: "${shortened(written, 300)}"`
}

/** Why each department said Not ours, in its own words, for one person who may read them. */
export const reasonsAgainst = (about: About): readonly Part[] => {
  const items = refusalsIn(about)
    .slice(-mostTold)
    .map((entry) => [reason(entry, about)])
  return items.length === 0 ? [] : [line({ bold: 'Not ours, they said' }), bullets(...items)]
}
