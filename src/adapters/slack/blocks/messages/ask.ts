import type { Message } from '#application/messages/message.ts'
import type { TimelineEntry } from '#application/read-models.ts'
import { departmentOf, type PersonId, stageOf } from '#domain/council.ts'
import { cellOf } from '#domain/journey-map.ts'
import { askEnding } from '../../words/ended.ts'
import { lastOf, nameIn } from '../../words/issue.ts'
import { departmentName, severityLabels, stageName } from '../../words/labels.ts'
import { nameOf, somebody, somebodyFirst, zoneOf } from '../../words/people.ts'
import { moment } from '../../words/time/dates.ts'
import { row } from '../kit/actions.ts'
import { line, type Part, text } from '../kit/rich.ts'
import { message, type Rendered } from '../kit/shown.ts'
import { claimButton, notOursButton, seeAllButton } from './parts/issue-buttons.ts'
import { customerWords, entryWords } from './parts/issue-parts.ts'
import { reasonsAgainst } from './parts/turned-down.ts'

type Ask = Extract<Message, { kind: 'ask' }>

/** “Billing at Pay”, “Billing”. */
const placeName = ({ story: { issue }, council }: Ask, department: string): string => {
  const name = departmentName(council, department)
  return issue.stage === undefined ? name : `${name} at ${stageName(council, issue.stage)}`
}

/** Why this person and no other is asked, as a clause. */
const because = (ask: Ask): string => {
  const { story, council, person } = ask
  const { department: key, stage, region } = story.issue
  const department = departmentOf(council, key)
  if (key === undefined || !department) return 'you chair the council'
  const coverFor = currentAsk(ask)?.ask.person === person ? currentAsk(ask)?.coverFor : undefined
  if (coverFor !== undefined) return `you cover for ${somebody(story, coverFor)}`
  const cell = cellOf(stageOf(council, stage), key, region)
  if (person === cell?.owner) return `you look after ${placeName(ask, key)}`
  if (person === cell?.backup) return `you are the backup for ${placeName(ask, key)}`
  if (person === department.lead) return `you lead ${department.name}`
  return person === council.chair ? 'you chair the council' : `you were named for ${department.name}`
}

type Asked = Extract<TimelineEntry, { kind: 'asked' }>

const asksOf = ({ story }: Ask): readonly Asked[] =>
  story.timeline.filter((entry): entry is Asked => entry.kind === 'asked')

/** How it came to the ask that stands. */
const currentAsk = (ask: Ask): Asked | undefined =>
  asksOf(ask).findLast((entry) => entry.ask.round === ask.story.issue.ask?.round)

/** What has happened since, for an ask that is not the first. */
const since = (ask: Ask): string => {
  const { story, council } = ask
  const current = currentAsk(ask)
  if (!current) return ''
  const department = departmentName(council, current.department)
  const chooser = current.actor === council.deputy ? 'The deputy' : 'The chair'
  const choice = current.ask.person === ask.person ? 'you' : department
  const sentences: Readonly<Record<Asked['why'], string>> = {
    flagged: '',
    details: `With the new details it is for ${department}.`,
    not_ours: '',
    routed: `${chooser} chose ${choice}.`,
    not_routed_in_time: `Nobody chose in time, so I ask ${department}.`,
    released: `${somebodyFirst(story, lastOf(story, 'released')?.owner)} released it, so it needs an owner again.`,
    reopened: 'It was reopened:',
    left: 'The one who was asked before is not here any more.',
  }
  const before = asksOf(ask).some((entry) => entry.seq < current.seq && entry.ask.person === ask.person)
  return [before ? 'I asked you before.' : '', sentences[current.why]].filter((said) => said !== '').join(' ')
}

/** What was said on the way to the one who is asked now. */
const saidBefore = (ask: Ask): readonly (Part | undefined)[] => {
  const reopened = currentAsk(ask)?.why === 'reopened' ? lastOf(ask.story, 'reopened') : undefined
  return [line(since(ask)), reopened && entryWords(reopened, ask, 'person'), ...reasonsAgainst(ask)]
}

const opening = (ask: Ask): string => {
  const { story, person } = ask
  const name = nameOf(story, person)
  const can = name === undefined ? `Can you take ${nameIn(story)}?` : `${name}, can you take ${nameIn(story)}?`
  if (ask.rung === 'first') return can
  const asked = story.issue.ask?.person
  return asked === undefined || asked === person
    ? `${can} It still waits for an owner.`
    : `${can} ${somebodyFirst(story, asked)} was asked and has not answered yet.`
}

const customer = ({ story }: Ask): string => {
  const { severity } = story.issue
  const marked = severity === 'high' || severity === 'urgent' ? ` (${severityLabels[severity]})` : ''
  return `${story.customerName ?? 'A customer'}${marked}:`
}

const flagged = ({ story, person }: Ask): string => {
  const by: PersonId = story.issue.flaggedBy
  return by === person ? 'You flagged it' : `${somebodyFirst(story, by)} flagged it`
}

const until = (ask: Ask): string => {
  const { story, council, now, readerZone, answerBy, nextAsked } = ask
  const next = nextAsked === undefined ? '' : `; then I'll ask ${somebody(story, nextAsked)} too`
  if (answerBy === undefined) return next === '' ? '' : ` Soon please${next}.`
  return ` By ${moment(readerZone ?? zoneOf(council, story.issue.department), answerBy, now)} please${next}.`
}

/** Asks one person to answer for an issue; afterwards one line says how it went. */
export const renderAsk = (ask: Ask): Rendered => {
  const { number, department } = ask.story.issue
  if (!ask.open) return message(text(line(askEnding(ask))))
  return message(
    text(
      line(`${opening(ask)} ${customer(ask)}`),
      customerWords(ask, 'person'),
      ...saidBefore(ask),
      line(`${flagged(ask)}; ${because(ask)}.${until(ask)}`),
    ),
    row([claimButton(number), department !== undefined && notOursButton(number), seeAllButton(number)]),
  )
}
