import type { Message } from '#application/messages/message.ts'
import { departmentOf, type PersonId, stageOf } from '#domain/council.ts'
import { cellOf } from '#domain/journey-map.ts'
import { askEnding } from '../../words/ended.ts'
import { nameIn } from '../../words/issue.ts'
import { departmentName, severityLabels, stageName } from '../../words/labels.ts'
import { nameOf, somebody, somebodyFirst, zoneOf } from '../../words/people.ts'
import { moment } from '../../words/time/dates.ts'
import { row } from '../kit/actions.ts'
import { line, text } from '../kit/rich.ts'
import { message, type Rendered } from '../kit/shown.ts'
import { claimButton, notOursButton, seeAllButton } from './parts/issue-buttons.ts'
import { customerWords } from './parts/issue-parts.ts'

type Ask = Extract<Message, { kind: 'ask' }>

/** “Billing at Pay”, “Billing”. */
const placeName = ({ story: { issue }, council }: Ask, department: string): string => {
  const name = departmentName(council, department)
  return issue.stage === undefined ? name : `${name} at ${stageName(council, issue.stage)}`
}

/** Why this person and no other is asked, as a clause. */
const because = (ask: Ask): string => {
  const { story, council, person } = ask
  const { department: key, stage } = story.issue
  const department = departmentOf(council, key)
  if (key === undefined || !department) return 'you chair the council'
  const cell = cellOf(stageOf(council, stage), key)
  if (person === cell?.owner) return `you look after ${placeName(ask, key)}`
  if (person === cell?.backup) return `you are the backup for ${placeName(ask, key)}`
  if (person === department.lead) return `you lead ${department.name}`
  return person === council.chair ? 'you chair the council' : `you were named for ${department.name}`
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
      line(`${flagged(ask)}; ${because(ask)}.${until(ask)}`),
    ),
    row([claimButton(number), department !== undefined && notOursButton(number), seeAllButton(number)]),
  )
}
