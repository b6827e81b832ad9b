import type { PersonId } from '#domain/council.ts'
import type { Consult } from '#domain/issue/consult-facts.ts'
import type { TimelineEntry } from '../../read-models.ts'
import type { About } from '../message.ts'

/** What messages about consults are about. */
export type ConsultSubject =
  /** Asks a person a question, or for help; the one live message of it to them. */
  | { readonly kind: 'consult'; readonly id: string; readonly person: PersonId; readonly seq: number }
  /** Tells the owner what became of it, in the thread of the message that says it is theirs. */
  | { readonly kind: 'consult_news'; readonly seq: number; readonly person: PersonId }

export type ConsultMessage =
  | ({
      readonly kind: 'consult'
      /** While the person can still answer or help. */
      readonly open: boolean
      readonly person: PersonId
      /** The event that asked. */
      readonly entry: TimelineEntry
      readonly consult?: Consult
    } & About)
  | ({
      readonly kind: 'consult_news'
      readonly open: boolean
      readonly entry: TimelineEntry
      /** The message it follows, by its key. */
      readonly threadOf?: string
    } & About)
