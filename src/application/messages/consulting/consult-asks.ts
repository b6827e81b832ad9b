import type { PersonId } from '#domain/council.ts'
import type { IssueEvent } from '#domain/issue/events.ts'
import type { Issue } from '#domain/issue/issue.ts'
import { direct, draft } from '../drafts.ts'
import type { PostDraft } from '../message.ts'

/** The key of the one message in which somebody is asked, and under which they read what follows. */
const consultKey = (issue: number, id: string, person: PersonId): string => `consult:${issue}:${id}:${person}`

const asked = (issue: Issue, id: string, person: PersonId, seq: number): PostDraft =>
  draft(issue.number, consultKey(issue.number, id, person), { kind: 'consult', id, person, seq }, person)

/** The owner hears it, unless they did it themselves. */
const toOwner = (issue: Issue, event: IssueEvent, seq: number): readonly PostDraft[] =>
  issue.owner === undefined || issue.owner === event.actor
    ? []
    : [direct(issue, seq, { kind: 'consult_news', seq, person: issue.owner })]

/** A line under the message in which they were asked: what they asked back is answered. */
const explained = (issue: Issue, id: string, person: PersonId, seq: number): PostDraft => ({
  ...direct(issue, seq, { kind: 'news', seq, person }),
  threadOf: consultKey(issue.number, id, person),
  live: false,
})

/** What an event of a consult asks of or tells a person directly. */
export const consultAsks = (issue: Issue, event: IssueEvent, seq: number): readonly PostDraft[] => {
  switch (event.kind) {
    case 'consult_asked':
      return [asked(issue, event.id, event.asked, seq)]
    case 'hands_given':
      return [asked(issue, event.id, event.asked, seq), ...toOwner(issue, event, seq)]
    case 'consult_explained':
      return [explained(issue, event.id, event.asked, seq)]
    case 'consult_answered':
    case 'consult_asked_back':
    case 'consult_declined':
      return toOwner(issue, event, seq)
    case 'consult_ended':
      return event.why === 'done' ? toOwner(issue, event, seq) : []
    default:
      return []
  }
}
