import type { Council } from '#domain/council.ts'
import type { Decision } from '#domain/decisions/decision.ts'
import type { IssueEvent } from '#domain/issue/events.ts'
import type { Issue } from '#domain/issue/issue.ts'
import { asks } from './asks.ts'
import { cardKey, cardOf, cardPlace, direct, draft, receiptKey } from './drafts.ts'
import type { PostDraft } from './message.ts'
import { hearOfTheEnd } from './moving/hears.ts'

/** Events whose story is told in the thread of the live card. */
const storyKinds = new Set<IssueEvent['kind']>([
  'details_added',
  'not_ours',
  'claimed',
  'released',
  'next_step_set',
  'handover_asked',
  'decision_opened',
  'lead_spoke',
  'decided',
  'moved_at_once',
  'named_cannot',
  'handover_accepted',
  'handover_returned',
  'handover_cancelled',
  'consult_asked',
  'consult_answered',
  'consult_asked_back',
  'consult_explained',
  'hands_given',
  'consult_declined',
  'consult_ended',
  'handover_question',
  'handover_question_answered',
  'handover_lead_asked',
  'handover_expired',
  'handover_taken_back',
  'pass_asked',
  'pass_accepted',
  'pass_declined',
  'pass_cancelled',
  'waiting_started',
  'waiting_continued',
  'waiting_ended',
  'resolved',
  'closed',
  'reopened',
  'merged',
  'merged_from',
  'linked',
  'updated',
  'edited',
  'promised',
  'promise_kept',
  'withdrawn',
])

/** Events that the flagger and the followers hear: claimed, moved, solved, told. */
const newsKinds = new Set<IssueEvent['kind']>([
  'claimed',
  'released',
  'next_step_set',
  'not_ours',
  'handover_accepted',
  'pass_accepted',
  'decided',
  'moved_at_once',
  'resolved',
  'closed',
  'reopened',
  'merged',
  'promised',
  'withdrawn',
])

/**
 * What goes without saying: what stands in the thread already; a pass that nobody answered, because the next one is
 * asked and that is told; the end of a wait, unless the issue just moves again; the end of a consult with its issue.
 */
const saidThere = (event: IssueEvent): boolean =>
  (event.kind === 'updated' && event.via === 'thread') ||
  (event.kind === 'pass_cancelled' && event.why === 'no_answer') ||
  (event.kind === 'waiting_ended' && event.why !== 'moving') ||
  (event.kind === 'consult_ended' && event.actor === undefined)

/** The council left it with the one who has it: nothing moved. */
const stays = (event: IssueEvent): boolean => event.kind === 'decided' && event.owner === event.before

const news = (issue: Issue, event: IssueEvent, seq: number): readonly PostDraft[] =>
  newsKinds.has(event.kind) && !stays(event)
    ? [issue.flaggedBy, ...issue.followers]
        .filter((person) => person !== event.actor)
        .map((person) => ({
          ...direct(issue, seq, { kind: 'news', seq, person }),
          threadOf: receiptKey(issue.number, person),
          live: event.kind === 'resolved',
        }))
    : []

/** By these it is another's, or nobody's any more. */
const leavings = new Set<IssueEvent['kind']>([
  'handover_accepted',
  'pass_accepted',
  'decided',
  'moved_at_once',
  'withdrawn',
])

/** Whose it was hears that they need not answer for it any more. */
const relieved = (before: Issue | undefined, issue: Issue, event: IssueEvent, seq: number): readonly PostDraft[] => {
  const sender = before?.owner
  const hears = [issue.flaggedBy, ...issue.followers, issue.owner, event.actor]
  const leaves = leavings.has(event.kind) && !stays(event)
  if (!leaves || event.onBehalfOf === sender || sender === undefined || hears.includes(sender)) return []
  return [{ ...direct(issue, seq, { kind: 'news', seq, person: sender }), live: false }]
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
    .filter(({ event }) => before !== undefined && storyKinds.has(event.kind) && !saidThere(event))
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
  return [...card, ...told, ...hearOfTheEnd(before, issue, numbered, told), ...stories]
}
