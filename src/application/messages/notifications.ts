import type { Council, PersonId } from '#domain/council.ts'
import { departmentOf } from '#domain/council.ts'
import type { Decision } from '#domain/decisions/decision.ts'
import type { IssueEvent } from '#domain/issue/events.ts'
import type { Issue } from '#domain/issue/issue.ts'
import type { PostDraft, Subject } from './message.ts'

/** The channel of an issue's live card: its department's, the council's when it has none or nobody is responsible. */
const cardPlace = (council: Council, department: string | undefined): string =>
  departmentOf(council, department)?.channel ?? council.channel

export const cardKey = (issue: number, card: number): string => `card:${issue}:${card}`

const receiptKey = (issue: number, person: PersonId): string => `receipt:${issue}:${person}`

const draft = (
  issue: number,
  key: string,
  subject: Subject,
  place: string,
  more: Partial<PostDraft> = {},
): PostDraft => ({
  key,
  subject,
  issue,
  place,
  live: true,
  ...more,
})

const cardOf = (issue: Issue, council: Council): PostDraft =>
  draft(
    issue.number,
    cardKey(issue.number, issue.card),
    { kind: 'card', card: issue.card },
    cardPlace(council, issue.department),
  )

/** A direct message to one of several people for one event; the key keeps it to one each. */
const direct = (issue: Issue, seq: number, subject: Subject & { readonly person: PersonId }): PostDraft =>
  draft(issue.number, `${subject.kind}:${issue.number}:${seq}:${subject.person}`, subject, subject.person)

const councilNote = (issue: Issue, seq: number, council: Council): PostDraft =>
  draft(issue.number, `council_note:${issue.number}:${seq}`, { kind: 'council_note', seq }, council.channel)

const chairs = (council: Council): readonly PersonId[] =>
  council.deputy === undefined || council.deputy === council.chair ? [council.chair] : [council.chair, council.deputy]

/** Events whose story is told in the thread of the live card. */
const storyKinds = new Set<IssueEvent['kind']>([
  'details_added',
  'not_ours',
  'claimed',
  'released',
  'next_step_set',
  'handover_asked',
  'handover_sent_to_council',
  'handover_accepted',
  'handover_returned',
  'handover_cancelled',
  'resolved',
  'closed',
  'reopened',
])

/** Events that the flagger and the followers hear: claimed, moved, solved, told. */
const newsKinds = new Set<IssueEvent['kind']>([
  'claimed',
  'released',
  'next_step_set',
  'not_ours',
  'handover_accepted',
  'resolved',
  'closed',
  'reopened',
])

const news = (issue: Issue, event: IssueEvent, seq: number): readonly PostDraft[] =>
  newsKinds.has(event.kind)
    ? [issue.flaggedBy, ...issue.followers]
        .filter((person) => person !== event.actor)
        .map((person) => ({
          ...direct(issue, seq, { kind: 'news', seq, person }),
          threadOf: receiptKey(issue.number, person),
          live: event.kind === 'resolved',
        }))
    : []

/** The one who handed it over hears that they need not answer for it any more. */
const relieved = (before: Issue | undefined, issue: Issue, event: IssueEvent, seq: number): readonly PostDraft[] => {
  const sender = before?.owner
  const hears = [issue.flaggedBy, ...issue.followers, issue.owner]
  if (event.kind !== 'handover_accepted' || sender === undefined || hears.includes(sender)) return []
  return [{ ...direct(issue, seq, { kind: 'news', seq, person: sender }), live: false }]
}

const mine = (issue: Issue, seq: number, person: PersonId): PostDraft =>
  direct(issue, seq, { kind: 'mine', person, since: `${seq}` })

/** What one event asks of or tells a person directly, besides the story and the news. */
const asks = (issue: Issue, event: IssueEvent, seq: number, council: Council): readonly PostDraft[] => {
  switch (event.kind) {
    case 'flagged':
      return [
        draft(
          issue.number,
          receiptKey(issue.number, issue.flaggedBy),
          { kind: 'receipt', person: issue.flaggedBy, follower: false },
          issue.flaggedBy,
        ),
      ]
    case 'followed':
      return [
        draft(
          issue.number,
          receiptKey(issue.number, event.person),
          { kind: 'receipt', person: event.person, follower: true },
          event.person,
        ),
      ]
    case 'asked':
      return [direct(issue, seq, { kind: 'ask', round: event.ask.round, rung: 'first', person: event.ask.person })]
    case 'unrouted':
      return chairs(council).map((person) => direct(issue, seq, { kind: 'route', seq, person }))
    case 'nobody_reachable':
    case 'handover_sent_to_council':
      return [councilNote(issue, seq, council)]
    case 'claimed':
      return [mine(issue, seq, event.owner)]
    case 'handover_asked':
      return [direct(issue, seq, { kind: 'handover', id: event.id, person: event.asked, seq })]
    case 'handover_accepted':
      return [mine(issue, seq, event.owner)]
    case 'handover_returned':
      return issue.owner === undefined ? [] : [direct(issue, seq, { kind: 'returned', seq, person: issue.owner })]
    case 'reopened':
      return event.owner === undefined ? [] : [mine(issue, seq, event.owner)]
    default:
      return []
  }
}

/**
 * What must be said after a decision: a new live card where the issue has moved, the story in the thread of the card,
 * direct messages to those who must act, and news to the flagger and followers. Messages that stand already are
 * brought up to date apart from this.
 */
export const postsFor = (
  before: Issue | undefined,
  { issue, events }: Decision,
  council: Council,
): readonly PostDraft[] => {
  const firstSeq = (before?.eventCount ?? 0) + 1
  const numbered = events.map((event, i) => ({ event, seq: firstSeq + i }))
  const card = issue.card !== (before?.card ?? 0) ? [cardOf(issue, council)] : []
  const stories = numbered
    .filter(({ event }) => before !== undefined && storyKinds.has(event.kind))
    .map(({ seq }) => ({
      ...draft(
        issue.number,
        `story:${issue.number}:${seq}`,
        { kind: 'story', seq },
        cardPlace(council, issue.department),
      ),
      threadOf: cardKey(issue.number, issue.card),
      live: false,
    }))
  const told = numbered.flatMap(({ event, seq }) => [
    ...asks(issue, event, seq, council),
    ...news(issue, event, seq),
    ...relieved(before, issue, event, seq),
  ])
  return [...card, ...told, ...stories]
}
