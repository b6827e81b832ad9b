import type { PersonId } from '#domain/council.ts'
import type { TimelineEntry } from '../../read-models.ts'
import type { About } from '../message.ts'

/** Messages about what is asked before a handover is accepted. */
export type MovingSubject =
  /** Puts the receiver's question to the sender. */
  | { readonly kind: 'ask_first'; readonly id: string; readonly person: PersonId; readonly seq: number }
  /** Brings the answer to whoever asked. */
  | { readonly kind: 'first_answer'; readonly id: string; readonly person: PersonId; readonly seq: number }

/** `open` while the handover, or the question of its receiver, still waits. */
export type MovingMessage = {
  readonly kind: MovingSubject['kind']
  readonly open: boolean
  readonly entry: TimelineEntry
} & About

/** Whether what a message asks for can still be done. */
export const isStillAsked = ({ kind, id }: MovingSubject, { story: { issue } }: About): boolean => {
  const { handover } = issue
  if (handover?.id !== id) return false
  return kind === 'first_answer' || handover.question?.answeredAt === undefined
}
