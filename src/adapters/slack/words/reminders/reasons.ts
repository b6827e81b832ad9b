import type { Reason, ReminderItem } from '#application/messages/reminders.ts'
import { consultReason } from '../consulting/reasons.ts'
import { departmentName } from '../labels.ts'
import { somebody, somebodyFirst, withDepartment, zoneOf } from '../people.ts'
import { commitments, nextStepSentence, promiseWords } from '../stories/commitments.ts'
import { moment } from '../time/dates.ts'
import { span } from '../time/durations.ts'
import { waitSentence } from '../waiting/waits.ts'

const quoted = (words: string | undefined): string => (words === undefined ? '' : ` ("${words}")`)

const ago = (item: ReminderItem, at: Date): string => span(item.now.getTime() - at.getTime())

const unclaimed = (item: ReminderItem, person: string): string => {
  const { ask, flaggedAt } = item.story.issue
  if (!ask) return `It has waited ${ago(item, flaggedAt)} for an owner. Can you take it?`
  return ask.person === person
    ? `You were asked ${ago(item, ask.at)} ago, and it still waits for an owner. Can you take it?`
    : `${somebodyFirst(item.story, ask.person)} was asked ${ago(item, ask.at)} ago and has not answered yet. Can you take it?`
}

const takeOver = (item: ReminderItem): string => {
  const { story, council, now, readerZone } = item
  const { handover: pending, owner, department } = story.issue
  if (!pending) return ''
  const name = somebodyFirst(story, owner)
  const by = pending.dueAt <= now ? '' : `, by ${moment(readerZone ?? zoneOf(council, department), pending.dueAt, now)}`
  return `${name} is away. Can you take it over${by}? ${commitments(item)} ${name} answers for it until you accept.`
}

const handover = (item: ReminderItem, person: string): string => {
  const { story, council } = item
  const { handover: pending, owner } = story.issue
  if (!pending) return ''
  if (pending.pass === 'away') return takeOver(item)
  const from = pending.pass === undefined ? departmentName(council, pending.from) : somebodyFirst(story, owner)
  const meanwhile = `${somebodyFirst(story, owner)} answers for it until you accept.`
  return pending.asked === person
    ? `${from} asked you ${ago(item, pending.at)} ago to take it over. ${meanwhile}`
    : `${from} asked ${somebodyFirst(story, pending.asked)} ${ago(item, pending.at)} ago to take it over, and nobody has answered. Can you, or somebody of ${departmentName(council, pending.to)}? ${meanwhile}`
}

const question = (item: ReminderItem, person: string): string => {
  const { story } = item
  const { handover: pending, owner } = story.issue
  if (!pending?.question) return ''
  const { by, to, at } = pending.question
  const asked = person === to ? 'you' : somebody(story, to)
  const answers = person === owner ? 'you answer' : `${somebody(story, owner)} answers`
  const meanwhile = `Their time stands still until they hear, and ${answers} for it meanwhile.`
  return `${withDepartment(item, by, pending.to)} asked ${asked} something ${ago(item, at)} ago, before they accept it. ${meanwhile}`
}

const promise = (item: ReminderItem): string => {
  const { story, council, now, readerZone } = item
  const { promiseBy, department } = story.issue
  const customer = story.customerName ?? 'the customer'
  if (promiseBy === undefined) return ''
  const zone = readerZone ?? zoneOf(council, department)
  const what = quoted(promiseWords(item))
  return promiseBy <= now
    ? `${customer} was promised an answer by ${moment(zone, promiseBy, now)}${what}, and it has passed. Tell them where it stands.`
    : `${customer} was promised an answer by ${moment(zone, promiseBy, now)}${what}.`
}

const quiet = (item: ReminderItem): string => {
  const silence = `Nothing was heard of it for ${ago(item, item.story.issue.lastUpdateAt)}.`
  const next = nextStepSentence(item)
  if (next === undefined) return `${silence} What is the next step, and by when?`
  return `${silence} ${next} How does it stand?`
}

const untold = (item: ReminderItem): string => {
  const { customerName = 'the customer', issue } = item.story
  const since = ago(item, issue.resolvedAt ?? issue.lastUpdateAt)
  return `It was solved ${since} ago. Was ${customerName} told? Tell them, then close the loop.`
}

const unrouted = (item: ReminderItem): string => {
  const { story, council, now, readerZone } = item
  const { routeBy } = story.issue
  const unrouted = story.timeline.findLast((entry) => entry.kind === 'unrouted')
  const first = unrouted?.kind === 'unrouted' ? unrouted.suggestions[0] : undefined
  if (routeBy === undefined || routeBy <= now || first === undefined)
    return 'Nobody is named for this yet. Where should it go?'
  const by = moment(readerZone ?? council.calendar.timeZone, routeBy, now)
  return `Nobody is named for this yet. Where should it go? If nobody chooses by ${by}, I'll ask ${departmentName(council, first)}.`
}

const undecided = (item: ReminderItem): string => {
  const { decision, owner } = item.story.issue
  if (!decision) return ''
  const who = somebodyFirst(item.story, owner)
  if (decision.why === 'named_cannot') return `${who} was named and cannot take it. Who should answer for it instead?`
  return decision.review
    ? `It was urgent and went to ${who} at once, ${ago(item, decision.at)} ago. Is it in the right place?`
    : `It has waited ${ago(item, decision.at)} for the council to choose where it ends. ${who} answers until then.`
}

const asked = (item: ReminderItem, reason: Reason, person: string): string => {
  switch (reason.kind) {
    case 'unclaimed':
      return unclaimed(item, person)
    case 'quiet':
      return quiet(item)
    case 'untold':
      return untold(item)
    case 'handover':
      return handover(item, person)
    case 'consult':
      return consultReason(item, reason, person)
    case 'question':
      return question(item, person)
    case 'promise':
      return promise(item)
    case 'unrouted':
      return unrouted(item)
    case 'decision':
      return undecided(item)
    case 'wait':
      return `${waitSentence(item, 'person')} Does it still wait?`
  }
}

/** What only its owner is reminded of, unless they are not here. */
const ofOwner: readonly string[] = ['quiet', 'untold', 'promise', 'wait']

/** What is asked of the person who reads it, as one or two sentences that begin with why. */
export const reasonSentence = (item: ReminderItem, reason: Reason, person: string): string => {
  const { story } = item
  const { owner } = story.issue
  const sentence = asked(item, reason, person)
  return ofOwner.includes(reason.kind) && owner !== undefined && owner !== person
    ? `${somebodyFirst(story, owner)} answers for it and is not here. ${sentence}`
    : sentence
}
