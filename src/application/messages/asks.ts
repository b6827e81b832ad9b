import type { Council, PersonId } from '#domain/council.ts'
import type { IssueEvent } from '#domain/issue/events.ts'
import type { Issue } from '#domain/issue/issue.ts'
import { consultAsks } from './consulting/consult-asks.ts'
import { decisionPosts } from './deciding/decision-posts.ts'
import { direct, draft, receiptKey } from './drafts.ts'
import type { PostDraft } from './message.ts'

const councilNote = (issue: Issue, seq: number, council: Council): PostDraft =>
  draft(issue.number, `council_note:${issue.number}:${seq}`, { kind: 'council_note', seq }, council.channel)

const chairs = (council: Council): readonly PersonId[] =>
  council.deputy === undefined || council.deputy === council.chair ? [council.chair] : [council.chair, council.deputy]

const handoverAsks = (issue: Issue, event: IssueEvent, seq: number): readonly PostDraft[] => {
  switch (event.kind) {
    case 'handover_asked':
    case 'handover_lead_asked':
      return [direct(issue, seq, { kind: 'handover', id: event.id, person: event.asked, seq })]
    case 'handover_question':
      return [direct(issue, seq, { kind: 'ask_first', id: event.id, person: event.asked, seq })]
    case 'handover_question_answered': {
      const person = issue.handover?.question?.by
      return person === undefined ? [] : [direct(issue, seq, { kind: 'first_answer', id: event.id, person, seq })]
    }
    default:
      return issue.owner === undefined ? [] : [direct(issue, seq, { kind: 'returned', seq, person: issue.owner })]
  }
}

const mine = (issue: Issue, seq: number, person: PersonId): PostDraft =>
  direct(issue, seq, { kind: 'mine', person, since: `${seq}` })

const passAsks = (
  issue: Issue,
  event: Extract<IssueEvent, { kind: 'pass_asked' | 'pass_declined' }>,
  seq: number,
): readonly PostDraft[] => {
  // What the bot asks for an owner who is away comes with the person's reminders: several issues in one message.
  if (event.why === 'away') return []
  if (event.kind === 'pass_asked') return [direct(issue, seq, { kind: 'pass', id: event.id, person: event.asked, seq })]
  if (issue.owner === undefined) return []
  return [direct(issue, seq, { kind: 'returned', seq, person: issue.owner })]
}

/** The same message to the one who flagged it and to those who follow it. */
const receipt = (issue: Issue, person: PersonId, follower: boolean): PostDraft =>
  draft(issue.number, receiptKey(issue.number, person), { kind: 'receipt', person, follower }, person)

const joined = (issue: Issue, { followers, actor }: IssueEvent & { kind: 'merged_from' }, seq: number) => [
  ...followers.map((person) => receipt(issue, person, true)),
  ...(issue.owner === undefined || issue.owner === actor
    ? []
    : [{ ...direct(issue, seq, { kind: 'news', seq, person: issue.owner }), live: false }]),
]

/** What one event asks of or tells a person directly, besides the story and the news. */
export const asks = (issue: Issue, event: IssueEvent, seq: number, council: Council): readonly PostDraft[] => {
  switch (event.kind) {
    case 'flagged':
      return [receipt(issue, issue.flaggedBy, false)]
    case 'followed':
      return [receipt(issue, event.person, true)]
    case 'merged_from':
      return joined(issue, event, seq)
    case 'asked':
      return [direct(issue, seq, { kind: 'ask', round: event.ask.round, rung: 'first', person: event.ask.person })]
    case 'unrouted':
      return chairs(council).map((person) => direct(issue, seq, { kind: 'route', seq, person }))
    case 'nobody_reachable':
      return [councilNote(issue, seq, council)]
    case 'claimed':
      return [mine(issue, seq, event.owner)]
    case 'handover_asked':
    case 'handover_lead_asked':
    case 'handover_question':
    case 'handover_question_answered':
    case 'handover_returned':
    case 'handover_expired':
      return handoverAsks(issue, event, seq)
    case 'pass_asked':
    case 'pass_declined':
      return passAsks(issue, event, seq)
    case 'decision_opened':
      return decisionPosts(issue, event, seq, council)
    case 'decided':
    case 'moved_at_once':
    case 'pass_accepted':
    case 'handover_accepted':
      return [mine(issue, seq, event.owner)]
    case 'reopened':
      return event.owner === undefined ? [] : [mine(issue, seq, event.owner)]
    default:
      return consultAsks(issue, event, seq)
  }
}
