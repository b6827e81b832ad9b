import type { About } from '#application/messages/message.ts'
import type { IssueStory } from '#application/read-models.ts'
import type { CustomerStory, FoundCustomer } from '#application/use-cases/customers/view-customer.ts'
import { isOpen } from '#domain/issue/issue.ts'
import { actionIds } from '../../names.ts'
import { pathWithTimes } from '../../words/path.ts'
import { dayUntil } from '../../words/time/dates.ts'
import { counted } from '../../words/time/durations.ts'
import { issueLine } from '../issue-lines.ts'
import { button, row } from '../kit/actions.ts'
import { divider, muted } from '../kit/plain.ts'
import { bullets, line, type Part, text } from '../kit/rich.ts'
import { message, type Rendered, type Shown } from '../kit/shown.ts'
import { oneLine, shortened } from '../kit/text.ts'
import { openButton } from '../messages/parts/issue-buttons.ts'
import { titleLine } from '../messages/parts/issue-parts.ts'
import { handoverLine, lastToldLine, quietFacts, standingLine } from '../messages/parts/standing.ts'

/** How much of a name and of a line there is room for beside the others. */
const room = { name: 100, told: 300, similar: 200 } as const

const promised = ({ story, council, now, readerZone }: About): Part | undefined => {
  const { promiseBy } = story.issue
  if (promiseBy === undefined) return undefined
  return line(`Promised to the customer by ${dayUntil(readerZone ?? council.calendar.timeZone, promiseBy, now)}.`)
}

const shortly = (part: Part | undefined): Part | undefined => {
  if (part?.kind !== 'line') return part
  return line(...part.pieces.map((piece) => (typeof piece === 'string' ? shortened(oneLine(piece), room.told) : piece)))
}

const issueParts = (story: IssueStory, { council, now, readerZone }: CustomerStory): readonly Shown[] => {
  const about: About = { story, council, now, readerZone }
  return [
    text(
      titleLine(about),
      standingLine(about),
      handoverLine(about),
      promised(about),
      shortly(lastToldLine(about, 'person')),
    ),
    muted(...quietFacts(about).slice(0, 2), pathWithTimes(about)),
    row([openButton(story.issue.number)]),
  ]
}

const unseen = ({ issues, counts }: CustomerStory): string | undefined => {
  const open = counts.open - issues.filter(({ issue }) => isOpen(issue)).length
  const over = counts.over - issues.filter(({ issue }) => !isOpen(issue)).length
  const left = [open > 0 ? `${open} more open` : undefined, over > 0 ? `${over} more that are over` : undefined]
  const said = left.filter((piece) => piece !== undefined)
  return said.length === 0 ? undefined : `and ${said.join(', ')}`
}

const similarParts = ({ similar, council, now }: CustomerStory): readonly Shown[] =>
  similar.length === 0
    ? []
    : [
        text(
          line({ bold: 'Others at the same stage' }),
          bullets(...similar.map((issue) => [shortened(oneLine(issueLine(issue, { council, now })), room.similar)])),
        ),
      ]

const story = (found: CustomerStory): Rendered => {
  const { customer, counts, issues } = found
  const { name, key, tier, region } = customer
  const shareable = issues.some(({ issue }) => issue.audience === 'open')
  return message(
    text(line({ bold: shortened(oneLine(name), room.name) })),
    muted(key, tier, region, `${counted(counts.open, 'open issue')}, ${counts.over} over`),
    ...issues.flatMap((issue) => [divider, ...issueParts(issue, found)]),
    muted(unseen(found)),
    ...similarParts(found),
    shareable && row([button('Share anonymised', actionIds.shareCustomer, customer.id)]),
  )
}

/** `/cx customer NAME`: one story across departments, or who else could be meant. */
export const renderCustomer = (found: FoundCustomer, said: string): Rendered => {
  if (found.kind === 'one') return story(found)
  const typed = shortened(oneLine(said), room.name)
  if (found.kind === 'none')
    return message(text(line(`I know no customer called “${typed}”. Names are found by how they begin.`)))
  return message(
    text(
      line(`Several customers begin with “${typed}”. Write one of these names, or its key:`),
      bullets(
        ...found.customers.map(({ name, key }) => [
          { bold: shortened(oneLine(name), room.name) },
          key === undefined ? '' : ` · ${key}`,
        ]),
      ),
    ),
  )
}
