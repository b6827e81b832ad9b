import type { Council, PersonId } from '#domain/council.ts'
import { departmentOf } from '#domain/council.ts'
import type { Issue } from '#domain/issue/issue.ts'
import type { PostDraft, Subject } from './message.ts'

/** The channel of an issue's live card: its department's, the council's when it has none or nobody is responsible. */
export const cardPlace = (council: Council, department: string | undefined): string =>
  departmentOf(council, department)?.channel ?? council.channel

/** The key of the n-th live card of an issue. */
export const cardKey = (issue: number, card: number): string => `card:${issue}:${card}`

/** Where what the flagger or a follower hears stands together. */
export const receiptKey = (issue: number, person: PersonId): string => `receipt:${issue}:${person}`

/** A message about an issue, kept up to date unless it is said otherwise. */
export const draft = (
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

/** The live card where the issue is now. */
export const cardOf = (issue: Issue, council: Council): PostDraft =>
  draft(
    issue.number,
    cardKey(issue.number, issue.card),
    { kind: 'card', card: issue.card },
    cardPlace(council, issue.department),
  )

/** A direct message to one of several people for one event; the key keeps it to one each. */
export const direct = (issue: Issue, seq: number, subject: Subject & { readonly person: PersonId }): PostDraft =>
  draft(issue.number, `${subject.kind}:${issue.number}:${seq}:${subject.person}`, subject, subject.person)
