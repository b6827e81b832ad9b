import type { PersonId } from '#domain/council.ts'
import { candidatesFor } from '#domain/decisions/deciding/candidates.ts'
import { decidersOf } from '#domain/decisions/deciding/deciders.ts'
import type { Circumstances } from '#domain/decisions/decision.ts'
import { isWithheld } from '#domain/issue/issue.ts'
import type { IssueStory, TimelineEntry } from '../../read-models.ts'
import type { About } from '../message.ts'

export type DecidingSubject =
  /** Asks the council's channel where an issue should end; `again` reminds it. */
  | { readonly kind: 'decision'; readonly id: string; readonly again?: boolean }
  /** Lets the lead of the department where it was to go speak first. */
  | { readonly kind: 'speak'; readonly id: string; readonly person: PersonId }

export type DecidingMessage =
  | ({
      readonly kind: 'decision'
      readonly open: boolean
      readonly again: boolean
      readonly entry: OpenedEntry
    } & About)
  | ({ readonly kind: 'speak'; readonly open: boolean; readonly entry: OpenedEntry } & About)

export type OpenedEntry = Extract<TimelineEntry, { kind: 'decision_opened' }>

export type Named = { readonly id: PersonId; readonly name: string }

/** What the council can choose: people by name, each for a department, and who may choose alone. */
export type Choice = {
  readonly candidates: readonly (Named & { readonly department: string })[]
  readonly alone: readonly Named[]
  /** How many may choose together. */
  readonly together: number
}

/** The words by which departments are suggested; none where they are withheld. */
const wordsOf = ({ issue, timeline }: IssueStory): string =>
  isWithheld(issue)
    ? ''
    : timeline
        .filter(({ words }) => words?.kind === 'what_happened' || words?.kind === 'need')
        .map(({ words }) => words?.text ?? '')
        .join(' ')

/** What the council can choose for an issue now; undefined while nothing is left to it. */
export const choiceFor = (story: IssueStory, circumstances: Circumstances): Choice | undefined => {
  const { issue } = story
  if (issue.decision === undefined) return undefined
  const { alone, together } = decidersOf(issue, circumstances)
  const named = (id: PersonId): Named => ({ id, name: circumstances.people.get(id)?.name ?? '' })
  const candidates = candidatesFor(issue, issue.decision, wordsOf(story), circumstances)
  return {
    candidates: candidates.map(({ department, person }) => ({ ...named(person), department })),
    alone: alone.map(named),
    together: together.length,
  }
}

const openedBy = ({ story }: About, id: string): OpenedEntry | undefined =>
  story.timeline.find((entry): entry is OpenedEntry => entry.kind === 'decision_opened' && entry.id === id)

/** What a message about a decision says now. */
export const decidingMessage = (subject: DecidingSubject, about: About): DecidingMessage | undefined => {
  const entry = openedBy(about, subject.id)
  if (!entry) return undefined
  const open = about.story.issue.decision?.id === subject.id
  if (subject.kind === 'decision') return { kind: 'decision', open, again: subject.again === true, entry, ...about }
  const spoken = about.story.timeline.some((other) => other.kind === 'lead_spoke' && other.id === subject.id)
  return { kind: 'speak', open: open && !spoken, entry, ...about }
}
