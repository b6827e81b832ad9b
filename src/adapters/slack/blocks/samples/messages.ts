import { messageAbout } from '#application/messages/compose-message.ts'
import type { About, Message, Subject } from '#application/messages/message.ts'
import { buildDigest } from '#domain/week/digest.ts'
import { consultSubjects } from './consulting/lives.ts'
import { sampleCouncil, sampleNames } from './council.ts'
import { sampleDeparture } from './departure.ts'
import { sampleLives } from './lives.ts'
import { sampleReminders } from './reminders.ts'

/** Every message there could be about an issue. */
const subjectsOf = ({ story }: About): readonly Subject[] => [
  { kind: 'card', card: story.issue.card },
  { kind: 'card', card: story.issue.card - 1 },
  { kind: 'receipt', person: story.issue.flaggedBy, follower: false },
  { kind: 'council_ask', round: story.issue.ask?.round ?? 1 },
  { kind: 'ask', round: story.issue.ask?.round ?? 1, rung: 'first', person: 'U0BEN' },
  { kind: 'call', to: 'claim', person: 'U0BEN' },
  ...consultSubjects(story),
  ...story.timeline.flatMap((entry): readonly Subject[] => [
    { kind: 'story', seq: entry.seq },
    { kind: 'news', seq: entry.seq, person: story.issue.flaggedBy },
    { kind: 'mine', since: `${entry.seq}`, person: story.issue.owner ?? 'U0BEN' },
    { kind: 'route', seq: entry.seq, person: 'U0CHAIR' },
    ...(entry.kind === 'handover_asked'
      ? [{ kind: 'handover', id: entry.id, seq: entry.seq, person: entry.asked } as const]
      : []),
    ...(entry.kind === 'pass_asked'
      ? [{ kind: 'pass', id: entry.id, seq: entry.seq, person: entry.asked } as const]
      : []),
    ...(entry.kind === 'handover_question'
      ? [{ kind: 'ask_first', id: entry.id, seq: entry.seq, person: entry.asked } as const]
      : []),
    ...(entry.kind === 'handover_question_answered'
      ? [{ kind: 'first_answer', id: entry.id, seq: entry.seq, person: 'U0BEN' } as const]
      : []),
    ...(entry.kind === 'handover_returned' ? [{ kind: 'returned', seq: entry.seq, person: 'U0BEN' } as const] : []),
    ...(entry.kind === 'nobody_reachable' ? [{ kind: 'council_note', seq: entry.seq } as const] : []),
    ...(entry.kind === 'decision_opened'
      ? [{ kind: 'decision', id: entry.id } as const, { kind: 'speak', id: entry.id, person: 'U0LOU' } as const]
      : []),
  ]),
]

const spent = [
  { cause: 'working', wall: 400_000_000, working: 120_000_000, issues: 9 },
  { cause: 'waiting_approval', wall: 180_000_000, working: 60_000_000, issues: 3 },
] as const

const digest = (): Message => {
  const flaggedAt = new Date('2026-11-17T09:00:00Z')
  const unclaimed = [
    { number: 42, severity: 'high', audience: 'open', wordsShared: true, department: 'billing', flaggedAt },
    { number: 43, severity: 'low', audience: 'restricted', wordsShared: false, department: 'sales', flaggedAt },
  ] as const
  const none = { hops: 0, bounces: 0 }
  const slotAt = new Date('2026-11-23T08:00:00Z')
  const moves = { now: { hops: 3, bounces: 1 }, before: none }
  return {
    kind: 'digest',
    digest: buildDigest({ council: sampleCouncil, slotAt, facts: [], moves, unclaimed, timeSpent: spent }),
    council: sampleCouncil,
    customers: { 42: 'Nordwind & Söhne <GmbH>' },
  }
}

const refusal: Message = {
  kind: 'refusal',
  person: 'U0BEN',
  code: 'already_claimed',
  details: { owner: 'U0LOU' },
  names: sampleNames,
}

const closed: Message = { kind: 'place_closed', place: 'C0SALES', reason: 'not_in_channel', name: 'sales' }

const left: Message = { kind: 'departure', ...sampleDeparture }

const room = (message: Message): number => JSON.stringify(message).length

const isOpen = (message: Message): boolean => {
  if ('mayClose' in message) return message.mayClose
  return !('open' in message) || (message.open !== false && message.open !== 'no')
}

/** The one of a kind that shows most: its buttons, and the longest story. */
const fuller = (a: Message, b: Message): Message => {
  if (isOpen(a) !== isOpen(b)) return isOpen(a) ? a : b
  return room(a) >= room(b) ? a : b
}

/** One message of each kind that the bot sends. */
export const sampleMessages = (): readonly Message[] => {
  const link = 'https://example.slack.com/archives/C0SALES/p1700000000000100'
  const about = Object.values(sampleLives()).flatMap((life) =>
    subjectsOf(life).map((subject) => messageAbout(subject, life, link)),
  )
  const kinds = new Map<Message['kind'], Message>()
  for (const message of [...about, digest(), refusal, closed, left, sampleReminders()]) {
    if (message) kinds.set(message.kind, fuller(kinds.get(message.kind) ?? message, message))
  }
  return [...kinds.values()]
}
