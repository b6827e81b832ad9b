import type { PersonId } from '../../council.ts'
import { DomainError } from '../../errors.ts'
import type { IssueEvent, WordsKind } from '../../issue/events.ts'

/** What must not be asked again stands on the card: a line, no more. */
export const longestDontAsk = 300

/** What somebody changed of the brief; what is left out stays as it was, and an empty text takes it away. */
export type BriefEdit = {
  readonly brief?: string
  readonly dontAsk?: string
}

type Who = { readonly at: Date; readonly actor: PersonId; readonly onBehalfOf?: PersonId }

const said = (kind: WordsKind, text: string) => (text === '' ? {} : { words: { kind, text } })

/**
 * The events of an edited brief. However long it is, it is kept whole: it begins with what customers wrote. Throws
 * `text_too_long` for what must not be asked again.
 */
export const briefEvents = ({ brief, dontAsk }: BriefEdit, who: Who): readonly IssueEvent[] => {
  const known = dontAsk?.trim()
  if (known !== undefined && known.length > longestDontAsk)
    throw new DomainError('text_too_long', { limit: longestDontAsk }, { field: 'dont_ask' })
  return [
    ...(brief === undefined ? [] : [{ kind: 'brief_edited' as const, ...who, ...said('brief', brief.trim()) }]),
    ...(known === undefined ? [] : [{ kind: 'dont_ask_said' as const, ...who, ...said('dont_ask', known) }]),
  ]
}
