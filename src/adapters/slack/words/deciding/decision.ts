import type { Choice, DecidingMessage } from '#application/messages/deciding/deciding.ts'
import type { About } from '#application/messages/message.ts'
import type { TimelineEntry } from '#application/read-models.ts'
import { oneLine, shortened } from '../../blocks/kit/text.ts'
import { nameIn } from '../issue.ts'
import { councilReasons, departmentName, leftBecause } from '../labels.ts'
import { somebody, somebodyFirst, withDepartment } from '../people.ts'
import { listed, votersFor } from '../stories/deciding.ts'
import { moment } from '../time/dates.ts'
import { span } from '../time/durations.ts'

type Decision = Extract<DecidingMessage, { kind: 'decision' }>

/** How many departments' reasons are told, the latest ones, and how much of each. */
const mostReasons = 6
const mostSaid = 200

/** “Nordwind has waited 4 days.” */
const waited = ({ story, now }: About): string =>
  `${story.customerName ?? 'The customer'} has waited ${span(now.getTime() - story.issue.flaggedAt.getTime())}.`

/** What the council is asked, and since when the customer waits. */
export const question = (about: Decision): readonly [string, string] => {
  const { story, entry } = about
  const name = nameIn(story)
  return entry.review ? [`Is ${name} in the right place?`, waited(about)] : [`Where should ${name} end?`, waited(about)]
}

/** Who wanted it where, and why it is for the council. */
export const whyCouncil = (about: Decision): string => {
  const { story, council, entry } = about
  const from = withDepartment(about, entry.onBehalfOf ?? entry.actor, entry.from)
  if (entry.to === undefined) return `${from} was named and cannot take it.`
  const wanted = `${from} wanted to hand it to ${departmentName(council, entry.to)}, but ${councilReasons[entry.why]}.`
  const { owner, department } = story.issue
  return entry.review
    ? `${wanted} It is urgent, so it went to ${withDepartment(about, owner, department)} at once.`
    : wanted
}

/** The department that gives a reason by an event, and the reason. */
const reasonIn = (entry: TimelineEntry, { council }: About): readonly [string, string] | undefined => {
  const said = entry.words === undefined ? undefined : shortened(oneLine(entry.words.text), mostSaid)
  const of = (department: string, instead?: string): readonly [string, string] | undefined => {
    const words = said ?? instead
    return words === undefined ? undefined : [department, words]
  }
  switch (entry.kind) {
    case 'not_ours':
      return of(entry.from)
    case 'handover_returned':
      return of(entry.to)
    case 'handover_expired':
      return of(entry.to, 'did not answer in time.')
    case 'named_cannot':
      return of(entry.department)
    case 'handover_asked':
      return of(entry.from, leftBecause(entry.reason, departmentName(council, entry.to)))
    case 'decision_opened':
      return entry.to === undefined || entry.reason === undefined
        ? undefined
        : of(entry.from, leftBecause(entry.reason, departmentName(council, entry.to)))
    default:
      return undefined
  }
}

/** “Support: the refund needs Billing.”: what each department gave as its reason, the latest ones, in order. */
export const reasonsGiven = (about: About): readonly string[] =>
  about.story.timeline
    .map((entry) => reasonIn(entry, about))
    .filter((reason) => reason !== undefined)
    .slice(-mostReasons)
    .map(([department, said]) => `${departmentName(about.council, department)}: ${said}`)

/** What the lead of the department where it was to go has said, or until when they may; undefined when that is over. */
export const leadsWord = (about: Decision): string | undefined => {
  const { story, council, entry, now } = about
  const { decision } = story.issue
  const said = story.timeline.findLast((other) => other.kind === 'lead_spoke' && other.id === entry.id)
  if (said?.kind === 'lead_spoke') {
    const who = `${somebodyFirst(story, said.actor)}, who leads ${departmentName(council, said.department)}`
    const words = said.words === undefined ? undefined : shortened(oneLine(said.words.text), mostSaid * 2)
    return words === undefined ? `${who}, has told what to know.` : `${who}: ${words}`
  }
  if (!decision || entry.to === undefined || decision.speakBy <= now) return undefined
  const until = moment(council.calendar.timeZone, decision.speakBy, now)
  return `The lead of ${departmentName(council, entry.to)} may speak until ${until}; you need not wait.`
}

/** “So far: Lou for Mia, Felix for Ben.” */
export const votesSoFar = ({ story }: About): string | undefined => {
  const votes = story.issue.decision?.votes ?? []
  const said = votes.map(({ by, person }) => `${somebody(story, by)} for ${somebody(story, person)}`)
  return said.length === 0 ? undefined : `So far: ${said.join(', ')}.`
}

const alone = ({ alone: some }: Choice, { council }: About): string | undefined => {
  if (some.length === 0) return undefined
  if (some.some(({ id }) => id === council.chair)) return 'chair alone'
  if (some.some(({ id }) => id === council.deputy)) return 'deputy alone'
  return `${listed(some.map(({ name }) => (name.trim() === '' ? 'somebody' : name)))} alone`
}

/** “Anna answers until you choose: chair alone, or two of you for the same person.” */
export const whoChooses = (about: About): string => {
  const { story, council, choice } = about
  const { owner, department } = story.issue
  const pair = choice === undefined || choice.together > 1 ? 'two of you for the same person' : undefined
  const one = choice === undefined ? 'chair alone' : alone(choice, about)
  const who = [one, pair].filter((words) => words !== undefined).join(', or ')
  const own = choice !== undefined && !choice.alone.some(({ id }) => id === council.chair)
  const others =
    own && department !== undefined
      ? ` ${departmentName(council, department)} has it now, so its people do not choose.`
      : ''
  return `${somebodyFirst(story, owner)} answers until you choose: ${who}.${others}`
}

/** How it ended: “The council chose Mia (Sales Ops) for CX-42: Omar and Ida.” */
export const decisionEnding = (about: About, id: string): string => {
  const { story } = about
  const name = nameIn(story)
  const end = story.timeline.findLast(
    (entry) => (entry.kind === 'decided' || entry.kind === 'decision_cancelled') && entry.id === id,
  )
  if (end?.kind === 'decision_cancelled') return `${name} was ${end.why}; nothing is left to choose.`
  if (end?.kind !== 'decided')
    return `The one who had ${name} cannot take it. The council chooses again, in a newer message.`
  const who = withDepartment(about, end.owner, end.to)
  const voters = listed(votersFor(story, id, end.owner).map((voter) => somebody(story, voter)))
  const by = voters === '' ? '' : `: ${voters}`
  return end.owner === end.before
    ? `The council left ${name} with ${who}${by}.`
    : `The council chose ${who} for ${name}${by}.`
}

/** That the council chooses, and who answers meanwhile; for the card of the issue. */
export const decisionSentence = ({ story }: About): string | undefined => {
  const { decision, owner } = story.issue
  if (!decision) return undefined
  return decision.review
    ? 'It was urgent and moved at once. The council looks at it afterwards.'
    : `The council chooses where this ends. ${somebodyFirst(story, owner)} answers until then.`
}
