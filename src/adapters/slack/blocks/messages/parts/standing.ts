import type { About } from '#application/messages/message.ts'
import { type Handover, issueName } from '#domain/issue/issue.ts'
import { isQuiet } from '#domain/reminders/quiet.ts'
import { endedSentence } from '../../../words/ended.ts'
import { stateLabel } from '../../../words/issue.ts'
import { departmentName, reasonPhrases } from '../../../words/labels.ts'
import { pathInWords } from '../../../words/path.ts'
import { somebody, somebodyFirst, withDepartment, zoneOf } from '../../../words/people.ts'
import { nextStepSentence, promiseWords } from '../../../words/stories/commitments.ts'
import { day, dayAndTime } from '../../../words/time/dates.ts'
import { span } from '../../../words/time/durations.ts'
import { closedSentence } from '../../../words/told.ts'
import { line, type Part, type Piece } from '../../kit/rich.ts'
import { isWithheld, type Reader } from './issue-parts.ts'

const waiting = (about: About): readonly Piece[] => {
  const { story, council, now, readerZone } = about
  const { ask, department, routeBy } = story.issue
  if (ask && routeBy === undefined) {
    const at =
      readerZone === undefined ? day(zoneOf(council, department), ask.at, now) : dayAndTime(readerZone, ask.at, now)
    return [{ bold: withDepartment(about, ask.person, department) }, ` was asked on ${at}, nobody has claimed it yet.`]
  }
  if (routeBy !== undefined) return ['Nobody is named for this yet; the chair chooses where it goes.']
  const where = department === undefined ? 'for it' : `in ${departmentName(council, department)}`
  return [`Nobody ${where} can be asked right now; the council looks for an owner.`]
}

const held = (about: About): readonly Piece[] => {
  const { owner, department, state } = about.story.issue
  const who: Piece = { bold: withDepartment(about, owner, department) }
  if (state === 'resolved') return [who, ' answers for this. It is solved; the customer has to be told.']
  return [who, ` answers for this. ${nextStepSentence(about) ?? 'No next step is promised yet.'}`]
}

const ended = (about: About): string => {
  const { state, closing } = about.story.issue
  return state === 'closed' && closing ? closedSentence(closing, about) : endedSentence(about)
}

/** Who answers for an issue, or who was asked, or how it ended. */
export const standingLine = (about: About): Part => {
  const { state } = about.story.issue
  if (state === 'flagged') return line(...waiting(about))
  return line(...(state === 'claimed' || state === 'resolved' ? held(about) : [ended(about)]))
}

/** What the customer was promised, and by when, while it is still to come. */
export const promiseLine = (about: About, reader: Reader): Part | undefined => {
  const { story, council, now } = about
  const { promiseBy, department } = story.issue
  if (promiseBy === undefined) return undefined
  const words = isWithheld(about, reader) ? undefined : promiseWords({ story })
  const when = dayAndTime(zoneOf(council, department), promiseBy, now)
  return line(`Promised to the customer by ${when}${words === undefined ? '.' : `: ${words}`}`)
}

/** The time of a pending handover: since when a department is asked, who else was, and what they wait for. */
const pendingLine = (about: About, { to, at, reason, leadAsked, question }: Handover): Part => {
  const { story, council, now, readerZone } = about
  const zone = readerZone ?? zoneOf(council, story.issue.department)
  const asked =
    readerZone === undefined ? `on ${dayAndTime(zone, at, now)}` : `${span(now.getTime() - at.getTime())} ago`
  const owner = somebodyFirst(story, story.issue.owner)
  const more = [
    leadAsked === undefined ? '' : ` ${somebodyFirst(story, leadAsked.person)} was asked there, too.`,
    question && question.answeredAt === undefined
      ? ` ${somebodyFirst(story, question.by)} asked something first, and waits for the answer.`
      : '',
  ]
  const opening = `${departmentName(council, to)} was asked ${asked}; ${owner} answers until they accept.`
  return line(`${opening} Why: ${reasonPhrases[reason]}.${more.join('')}`)
}

/** That somebody was asked to take it over, and who answers meanwhile. */
export const handoverLine = (about: About): Part | undefined => {
  const { story } = about
  const { handover, owner } = story.issue
  if (!handover) return undefined
  if (handover.pass !== undefined) {
    const away = handover.pass === 'away' ? `${somebodyFirst(story, owner)} is away: ` : ''
    const asked = away === '' ? somebodyFirst(story, handover.asked) : somebody(story, handover.asked)
    return line(`${away}${asked} was asked to take it over. ${somebodyFirst(story, owner)} answers until they accept.`)
  }
  return pendingLine(about, handover)
}

/** What the customer was last told, when and by whom. */
export const lastToldLine = (about: About, reader: Reader): Part | undefined => {
  const { story, council, now } = about
  const told = story.timeline.findLast((entry) => entry.words?.kind === 'what_was_told')
  if (told?.kind !== 'closed' || !told.words || isWithheld(about, reader)) return undefined
  const { at, by } = told.closing
  const when = day(council.calendar.timeZone, at, now)
  return line(`Last told, ${when} by ${somebody(story, by)}: "${told.words.text.trim()}"`)
}

/** “Claimed · open 1 day · Support → Billing”, piece by piece. */
export const quietFacts = (about: About): readonly (string | undefined)[] => {
  const { issue } = about.story
  const label = stateLabel(issue)
  const quiet = isQuiet(about.council, issue, about.now)
  const silence = span(about.now.getTime() - issue.lastUpdateAt.getTime())
  const lasted = span((issue.closedAt ?? about.now).getTime() - issue.flaggedAt.getTime())
  return [
    quiet ? `${label}, quiet for ${silence}` : label,
    issue.closedAt ? `took ${lasted}` : `open ${lasted}`,
    pathInWords(about),
    linked(about),
  ]
}

/** “Linked: CX-7, CX-9”. */
export const linked = ({ story: { issue } }: About): string | undefined =>
  issue.links.length === 0 ? undefined : `Linked: ${issue.links.slice(0, 10).map(issueName).join(', ')}`
