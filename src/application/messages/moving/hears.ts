import type { PersonId } from '#domain/council.ts'
import type { IssueEvent } from '#domain/issue/events.ts'
import type { Issue } from '#domain/issue/issue.ts'
import { direct } from '../drafts.ts'
import type { PostDraft } from '../message.ts'

type Numbered = { readonly event: IssueEvent; readonly seq: number }

const asked = ({ handover }: Issue): readonly (PersonId | undefined)[] => [
  handover?.asked,
  handover?.leadAsked?.person,
  handover?.question?.by,
]

/**
 * Who hears that a handover is over without having been answered: those who were asked, and the sender where somebody
 * else did it. Nobody hears twice of one decision, `told` is what is said of it besides.
 */
export const hearOfTheEnd = (
  before: Issue | undefined,
  issue: Issue,
  events: readonly Numbered[],
  told: readonly PostDraft[],
): readonly PostDraft[] => {
  const ended = events.find(({ event }) =>
    ['handover_expired', 'handover_taken_back', 'handover_cancelled'].includes(event.kind),
  )
  if (!before?.handover || !ended) return []
  const { event, seq } = ended
  const sender = event.kind === 'handover_cancelled' || event.kind === 'handover_taken_back' ? [before.owner] : []
  const silent = events.map((one) => one.event.actor)
  const heard = told.flatMap(({ subject }) => ('person' in subject ? [subject.person] : []))
  return [...new Set([...asked(before), ...sender])]
    .filter((person) => person !== undefined)
    .filter((person) => !silent.includes(person) && !heard.includes(person))
    .map((person) => ({ ...direct(issue, seq, { kind: 'news', seq, person }), live: false }))
}
