import { departmentOf } from '#domain/council.ts'
import { freshFor } from '#domain/decisions/asking/claim.ts'
import { awaitsRoute } from '#domain/decisions/asking/route.ts'
import { wasNamed } from '#domain/decisions/deciding/cannot.ts'
import { ladderOf } from '#domain/escalation.ts'
import { calendarOf } from '#domain/time/service-level.ts'
import { addWorkingTime } from '#domain/time/working-time.ts'
import type { TimelineEntry } from '../read-models.ts'
import { consultMessage, consultNews } from './consulting/compose-consults.ts'
import { decidingMessage } from './deciding/deciding.ts'
import { forChannel, isReadInChannel } from './for-channel.ts'
import type { About, Message, Subject } from './message.ts'
import { isStillAsked } from './moving/moving-message.ts'

type Posted<K extends Subject['kind']> = About & { readonly subject: Extract<Subject, { kind: K }> }

const pointer = (about: About, to: string | undefined): Message => ({
  kind: 'pointer',
  ...(to === undefined ? {} : { to }),
  ...about,
})

const entryAt = ({ story }: About, seq: number): TimelineEntry | undefined =>
  story.timeline.find((entry) => entry.seq === seq)

const ask = ({ subject, ...about }: Posted<'ask'>): Message => {
  const { council, story, now } = about
  const { issue } = story
  const open = issue.state === 'flagged' && issue.ask?.round === subject.round
  const next = ladderOf(council, issue).find((rung) => rung.dueAt > now && rung.person !== subject.person)
  const department = departmentOf(council, issue.department)
  const answerBy =
    issue.ask &&
    department &&
    addWorkingTime(
      calendarOf(council, department.key, issue.severity),
      issue.ask.at,
      council.rules.claimWithin[issue.severity],
    )
  return {
    kind: 'ask',
    open,
    rung: subject.rung,
    person: subject.person,
    ...(answerBy === undefined || answerBy <= now ? {} : { answerBy }),
    ...(next?.person === undefined ? {} : { nextAsked: next.person }),
    ...about,
  }
}

/** Whether somebody follows the issue no more: they hear nothing of it, also not what was on its way. */
const hasLeft = ({ story: { issue, timeline } }: About, person: string): boolean =>
  ![issue.flaggedBy, issue.owner, ...issue.followers].includes(person) &&
  timeline.some((entry) => entry.kind === 'unfollowed' && entry.person === person)

const ownerships = new Set<TimelineEntry['kind']>([
  'claimed',
  'handover_accepted',
  'pass_accepted',
  'reopened',
  'decided',
  'moved_at_once',
])

const mine = ({ subject, ...about }: Posted<'mine'>): Message => {
  const { issue, timeline } = about.story
  const latest = timeline.filter((entry) => ownerships.has(entry.kind)).at(-1)
  const current = issue.owner === subject.person && `${latest?.seq}` === subject.since
  const open = !current ? 'no' : issue.state === 'claimed' ? 'next_step' : issue.state === 'resolved' ? 'close' : 'no'
  const fresh = issue.claimedAt !== undefined && about.now.getTime() - issue.claimedAt.getTime() <= freshFor
  const releasable = open === 'next_step' && fresh && latest?.kind === 'claimed' && !issue.handover
  const named = current && (latest?.kind === 'decided' || latest?.kind === 'moved_at_once')
  return { kind: 'mine', open, releasable, named: named && wasNamed(issue, subject.person), ...about }
}

const receipt = ({ subject, ...about }: Posted<'receipt'>): Message => {
  const { issue } = about.story
  const unclaimed = issue.state === 'flagged' && !subject.follower
  return {
    kind: 'receipt',
    person: subject.person,
    follower: subject.follower,
    mayWithdraw: unclaimed,
    mayAddDetails: !subject.follower && (issue.state === 'flagged' || issue.state === 'claimed'),
    ...about,
  }
}

const withEntry = <T extends Message | undefined>(
  about: About,
  seq: number,
  make: (entry: TimelineEntry) => T,
): T | undefined => {
  const entry = entryAt(about, seq)
  return entry && make(entry)
}

const returned = ({ subject, ...about }: Posted<'returned'>, entry: TimelineEntry): Message => {
  const { issue } = about.story
  const open = issue.state === 'claimed' && issue.owner === subject.person && !issue.handover
  return { kind: 'returned', open, entry, ...about }
}

const news = ({ subject, ...about }: Posted<'news'>, entry: TimelineEntry): Message | undefined => {
  const { issue } = about.story
  const mayClose = entry.kind === 'resolved' && issue.state === 'resolved' && issue.flaggedBy === subject.person
  return hasLeft(about, subject.person) ? undefined : { kind: 'news', entry, mayClose, ...about }
}

const route = (about: About, entry: TimelineEntry): Message => {
  const suggestions = entry.kind === 'unrouted' ? entry.suggestions : []
  return { kind: 'route', open: awaitsRoute(about.story.issue), suggestions, ...about }
}

const councilNote = (about: About, entry: TimelineEntry): Message => {
  const { issue } = about.story
  const unanswered = entry.kind === 'nobody_reachable' && issue.state === 'flagged' && !issue.ask
  return { kind: 'council_note', open: unanswered, entry, ...about }
}

type Moving = Extract<Subject, { kind: 'handover' | 'pass' }>

const moving = ({ kind, id }: Moving, about: About, entry: TimelineEntry): Message => ({
  kind,
  open: about.story.issue.handover?.id === id,
  entry,
  ...about,
})

const askedFirst = (
  subject: Extract<Subject, { kind: 'ask_first' | 'first_answer' }>,
  about: About,
  entry: TimelineEntry,
): Message => ({ kind: subject.kind, open: isStillAsked(subject, about), entry, ...about })

const cardOrPointer = (
  subject: Extract<Subject, { kind: 'card' | 'left' }>,
  about: About,
  cardLink: string | undefined,
): Message =>
  subject.kind === 'card' && subject.card === about.story.issue.card
    ? { kind: 'card', ...about }
    : pointer(about, cardLink)

const messageOf = (subject: Subject, about: About, cardLink: string | undefined): Message | undefined => {
  const { issue } = about.story
  switch (subject.kind) {
    case 'card':
    case 'left':
      return cardOrPointer(subject, about, cardLink)
    case 'story':
      return withEntry(about, subject.seq, (entry) => ({ kind: 'story', entry, ...about }))
    case 'ask':
      return ask({ ...about, subject })
    case 'receipt':
      return receipt({ ...about, subject })
    case 'news':
      return withEntry(about, subject.seq, (entry) => news({ ...about, subject }, entry))
    case 'mine':
      return mine({ ...about, subject })
    case 'handover':
    case 'pass':
      return withEntry(about, subject.seq, (entry) => moving(subject, about, entry))
    case 'consult':
      return withEntry(about, subject.seq, (entry) => consultMessage(subject, about, entry))
    case 'consult_news':
      return withEntry(about, subject.seq, (entry) => consultNews(subject, about, entry))
    case 'ask_first':
    case 'first_answer':
      return withEntry(about, subject.seq, (entry) => askedFirst(subject, about, entry))
    case 'returned':
      return withEntry(about, subject.seq, (entry) => returned({ ...about, subject }, entry))
    case 'route':
      return withEntry(about, subject.seq, (entry) => route(about, entry))
    case 'council_note':
      return withEntry(about, subject.seq, (entry) => councilNote(about, entry))
    case 'decision':
    case 'speak':
      return decidingMessage(subject, about)
    case 'council_ask':
      return { kind: 'council_ask', open: issue.state === 'flagged' && issue.ask?.round === subject.round, ...about }
    case 'call':
      return { kind: 'call', person: subject.person, to: subject.to, ...about }
    default:
      return undefined
  }
}

/**
 * What a message about an issue says now, worked out from the issue as it stands; undefined when there is nothing left
 * to say. A digest or a refusal says what it was given.
 */
export const messageAbout = (subject: Subject, about: About, cardLink?: string): Message | undefined =>
  messageOf(subject, isReadInChannel(subject) ? forChannel(about) : about, cardLink)
