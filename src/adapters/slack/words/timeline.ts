import type { TimelineEntry } from '#application/read-models.ts'
import type { ErasedWhy, IssueEventKind } from '#domain/issue/events.ts'
import { issueName } from '#domain/issue/issue.ts'
import { consultTellers } from './consulting/stories.ts'
import { departmentName, reasonPhrases, severityLabels, stageName } from './labels.ts'
import { somebody, somebodyFirst, withDepartment, zoneOf } from './people.ts'
import { decidingTellers } from './stories/deciding.ts'
import { handingTellers } from './stories/handing-over.ts'
import { passTellers } from './stories/passing.ts'
import { actorOf, type Teller, type Told } from './stories/telling.ts'
import { waitTellers } from './stories/waiting.ts'
import { day, dayAndTime, dayUntil } from './time/dates.ts'
import { counted } from './time/durations.ts'
import { closedSentence } from './told.ts'

/** Whoever holds an issue from the command line has no name here. */
const keeper = (entry: TimelineEntry, about: Told): string =>
  entry.actor === undefined ? 'An admin' : actorOf(entry, about)

const erasedBecause: Readonly<Record<ErasedWhy, string>> = {
  person: 'who wrote them was erased',
  customer: 'the customer was erased',
  retention: 'they were kept as long as the council keeps words',
}

const asked: Teller<'asked'> = ({ ask, department, why, gap, actor, coverFor }, { story, council }) => {
  const who = withDepartment({ story, council }, ask.person, department)
  const opening = {
    flagged: `${who} was asked`,
    details: `With the new details, ${who} was asked`,
    not_ours: `${who} was asked instead`,
    routed: `${somebodyFirst(story, actor)} chose ${departmentName(council, department)}, and ${somebody(story, ask.person)} was asked`,
    not_routed_in_time: `Nobody chose in time, so ${who} was asked`,
    released: `${who} is asked now`,
    reopened: `${who} was asked again`,
    left: `The one who was asked is not here any more, so ${who} was asked`,
  }[why]
  const cover = coverFor === undefined ? '' : `, who covers for ${somebody(story, coverFor)}`
  return gap ? `${opening}${cover}; the map names nobody there yet.` : `${opening}${cover}.`
}

const notOurs: Teller<'not_ours'> = (entry, about) => {
  const name = (key: string): string => departmentName(about.council, key)
  const next = entry.council ? 'the chair chooses now' : `${name(entry.to)} is asked`
  return `${actorOf(entry, about)} said: not ${name(entry.from)}'s, but ${name(entry.to)}'s; ${next}.`
}

const claimed: Teller<'claimed'> = ({ owner, department, from }, { story, council }) =>
  from === undefined
    ? `${withDepartment({ story, council }, owner, department)} claimed it and answers for it.`
    : `${somebodyFirst(story, owner)} claimed it for ${departmentName(council, department)}; ${departmentName(council, from)} had been asked.`

const details: Teller<'details_added'> = (entry, about) => {
  const { severity, stage, department } = entry
  const said = [
    severityLabels[severity],
    stage === undefined ? undefined : stageName(about.council, stage),
    department === undefined ? undefined : departmentName(about.council, department),
  ].filter((piece) => piece !== undefined)
  return `${actorOf(entry, about)} added details: ${said.join(', ')}.`
}

const edited: Teller<'edited'> = (entry, about) => {
  const { severity, stage, customer } = entry
  const said = [
    severity === undefined ? undefined : `severity ${severityLabels[severity]}`,
    stage === undefined ? undefined : `stage ${stageName(about.council, stage)}`,
    customer === undefined ? undefined : 'the customer',
  ].filter((piece) => piece !== undefined)
  return `${actorOf(entry, about)} changed ${said.join(', ')}.`
}

const resolved: Teller<'resolved'> = (entry, about) => {
  const { originStage, originDepartment } = entry
  const stage = originStage === undefined ? '' : ` at ${stageName(about.council, originStage)}`
  const department = originDepartment === undefined ? '' : ` in ${departmentName(about.council, originDepartment)}`
  const origin = stage + department === '' ? '' : ` It started${stage}${department}.`
  return `${actorOf(entry, about)} resolved it; the customer is told next.${origin}`
}

const tellers: { readonly [K in IssueEventKind]: Teller<K> } = {
  flagged: (entry, about) => `${actorOf(entry, about)} flagged it.`,
  followed: ({ person }, { story }) => `${somebodyFirst(story, person)} follows it.`,
  details_added: details,
  unfollowed: ({ person }, { story }) => `${somebodyFirst(story, person)} follows it no more.`,
  edited,
  promised: (entry, about) => {
    const zone = zoneOf(about.council, about.story.issue.department)
    return `${actorOf(entry, about)} promised the customer something by ${dayAndTime(zone, entry.by, about.now)}.`
  },
  promise_kept: (entry, about) => `${actorOf(entry, about)} kept the promise to the customer.`,
  words_shared: (entry, about) => `${actorOf(entry, about)} shared the words.`,
  asked,
  unrouted: () => 'Nobody is named for this yet, so the chair chooses where it goes.',
  nobody_reachable: ({ department }, { council }) =>
    `Nobody in ${departmentName(council, department)} could be asked; the council knows.`,
  not_ours: notOurs,
  claimed,
  released: ({ owner }, { story }) => `${somebodyFirst(story, owner)} released it; it needs an owner again.`,
  next_step_set: (entry, about) => {
    const zone = zoneOf(about.council, about.story.issue.department)
    return `${actorOf(entry, about)} promised the next step by ${dayUntil(zone, entry.by, about.now)}.`
  },
  handover_asked: (entry, about) =>
    `${actorOf(entry, about)} asked ${departmentName(about.council, entry.to)} to take it over: ${reasonPhrases[entry.reason]}.`,
  what_changed_said: () => 'What has changed since they had it:',
  handover_accepted: ({ owner, to, bounce }, { story, council }) =>
    `${withDepartment({ story, council }, owner, to)} accepted it and answers for it now${bounce ? '; it was there before' : ''}.`,
  handover_returned: (entry, about) =>
    `${actorOf(entry, about)} returned it to ${departmentName(about.council, entry.from)}.`,
  handover_cancelled: ({ to, why }, { council }) =>
    `The handover to ${departmentName(council, to)} is off: the issue was ${why}.`,
  ...passTellers,
  ...decidingTellers,
  ...consultTellers,
  ...waitTellers,
  ...handingTellers,
  resolved,
  closed: (entry, about) => closedSentence(entry.closing, about),
  reopened: (entry, about) =>
    entry.owner === undefined
      ? `${actorOf(entry, about)} reopened it; it needs an owner again.`
      : `${actorOf(entry, about)} reopened it; ${somebody(about.story, entry.owner)} answers for it again.`,
  merged: (entry, about) =>
    `${actorOf(entry, about)} merged it into ${issueName(entry.into)}: the story goes on there.`,
  merged_from: (entry, about) =>
    `${actorOf(entry, about)} merged ${issueName(entry.number)} into it: it tells of the same.`,
  linked: (entry, about) => `${actorOf(entry, about)} linked it with ${issueName(entry.to)}.`,
  withdrawn: (entry, about) => `${actorOf(entry, about)} withdrew it.`,
  updated: (entry, about) =>
    entry.via === 'thread'
      ? `${actorOf(entry, about)} answered in its thread.`
      : `${actorOf(entry, about)} added an update:`,
  reminded: ({ person, of }, { story }) => {
    if (person !== undefined) return `${somebodyFirst(story, person)} was reminded.`
    return of === 'decision' ? 'The council was reminded to choose.' : 'The council was asked for an owner.'
  },
  snoozed: ({ person, until }, { story, council, now }) =>
    `${somebodyFirst(story, person)} wants to be reminded again on ${day(zoneOf(council, story.issue.department), until, now)}.`,
  held: (entry, about) => `${keeper(entry, about)} put it on hold: its words are kept.`,
  hold_lifted: (entry, about) => `${keeper(entry, about)} lifted the hold.`,
  words_erased: ({ why, count }) => `${counted(count, 'text was', 'texts were')} erased: ${erasedBecause[why]}.`,
}

/** One line of the timeline as a sentence; what people wrote is not in it. */
export const tell = (entry: TimelineEntry, about: Told): string =>
  (tellers[entry.kind] as (entry: TimelineEntry, about: Told) => string)(entry, about)
