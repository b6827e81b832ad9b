import type { DecidingMessage } from '#application/messages/deciding/deciding.ts'
import type { About } from '#application/messages/message.ts'
import { voteValue } from '../../../actions/deciding/values.ts'
import { decideForIds } from '../../../names.ts'
import {
  decisionEnding,
  decisionSentence,
  leadsWord,
  question,
  reasonsGiven,
  votesSoFar,
  whoChooses,
  whyCouncil,
} from '../../../words/deciding/decision.ts'
import { nameIn, storyTitle } from '../../../words/issue.ts'
import { departmentName } from '../../../words/labels.ts'
import { pathWithTimes } from '../../../words/path.ts'
import { nameOf, withDepartment, zoneOf } from '../../../words/people.ts'
import { moment } from '../../../words/time/dates.ts'
import { span } from '../../../words/time/durations.ts'
import { button, row } from '../../kit/actions.ts'
import { muted } from '../../kit/plain.ts'
import { line, type Part, text } from '../../kit/rich.ts'
import { message, type Rendered } from '../../kit/shown.ts'
import { seeAllButton } from '../parts/issue-buttons.ts'
import { customerWords, entryWords } from '../parts/issue-parts.ts'
import { someoneElseButton, speakButton } from './buttons.ts'

type Decision = Extract<DecidingMessage, { kind: 'decision' }>
type Speak = Extract<DecidingMessage, { kind: 'speak' }>

/** One press for each person who is suggested. */
export const choiceButtons = ({ story: { issue }, council, choice }: About, decision: string) =>
  decideForIds.map((actionId, i) => {
    const candidate = choice?.candidates[i]
    if (!candidate) return undefined
    const name = candidate.name.trim() === '' ? candidate.id : candidate.name
    const label =
      candidate.id === issue.owner
        ? `Leave it with ${name}`
        : `${name}, ${departmentName(council, candidate.department)}`
    return button(label, actionId, voteValue({ issue: issue.number, decision, person: candidate.id }))
  })

const path = (decision: Decision): string | undefined => {
  const told = pathWithTimes(decision)
  return told === undefined || decision.entry.review ? told : `${told} → ?`
}

const sentence = (words: string | undefined): Part | undefined => (words === undefined ? undefined : line(words))

/** Asks the council's channel where an issue should end; afterwards one line says what it chose, and who. */
export const renderDecision = (decision: Decision): Rendered => {
  const { story, entry, open, again, now } = decision
  const { number } = story.issue
  if (!open) return message(text(line(decisionEnding(decision, entry.id))))
  const [asked, waited] = question(decision)
  const undecided = span(now.getTime() - entry.at.getTime())
  return message(
    text(
      again ? line(`Nobody has chosen for ${undecided}.`) : undefined,
      line({ bold: asked }, ` ${waited}`),
      sentence(path(decision)),
      ...reasonsGiven(decision).map((reason) => line(reason)),
      line(whyCouncil(decision)),
      sentence(leadsWord(decision)),
      sentence(votesSoFar(decision)),
      line(whoChooses(decision)),
    ),
    muted(storyTitle(decision)),
    row([...choiceButtons(decision, entry.id), someoneElseButton(number, entry.id), seeAllButton(number)]),
  )
}

/** Lets the lead of the department where it was to go speak first; afterwards one line thanks, or says how it ended. */
export const renderSpeak = (speak: Speak): Rendered => {
  const { story, council, entry, open, now, readerZone } = speak
  const { number, decision } = story.issue
  const lead = entry.to === undefined ? undefined : council.departments.find(({ key }) => key === entry.to)?.lead
  const isOver = decision?.id !== entry.id
  if (!open)
    return message(
      text(
        line(
          isOver ? decisionEnding(speak, entry.id) : `The council has your words about ${nameIn(story)}. Thank you.`,
        ),
      ),
    )
  const name = nameOf(story, lead)
  const to = departmentName(council, entry.to ?? entry.from)
  const sender = withDepartment(speak, entry.onBehalfOf ?? entry.actor, entry.from)
  const until =
    decision === undefined || decision.speakBy <= now
      ? ''
      : ` By ${moment(readerZone ?? zoneOf(council, entry.to), decision.speakBy, now)} it helps most.`
  return message(
    text(
      line(
        `${name === undefined ? '' : `${name}, `}${sender} wanted to hand ${nameIn(story)} to ${to}. The council chooses where it ends.`,
      ),
      line({ bold: 'What they need' }),
      entryWords(entry, speak, 'person'),
    ),
    text(
      line({ bold: storyTitle(speak) }),
      customerWords(speak, 'person'),
      line(`What should the council know?${until} They may choose without it.`),
    ),
    row([speakButton(number, entry.id), seeAllButton(number)]),
  )
}

/** That the council chooses, for the card of an issue. */
export const decisionLine = (about: About): Part | undefined => sentence(decisionSentence(about))
