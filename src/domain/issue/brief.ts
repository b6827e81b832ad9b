import type { IssueEvent, WordsKind } from './events.ts'

/** An event with its place in the timeline, as the brief needs it. */
type Entry = IssueEvent & { readonly seq: number; readonly erased?: true }

type Edited<E extends Entry> = Extract<E, { kind: 'brief_edited' }>
type DontAsk<E extends Entry> = Extract<E, { kind: 'dont_ask_said' }>

/** The living text that travels with an issue, in its parts. */
export type Brief<E extends Entry> = {
  /** Where somebody edited it last: their text takes the place of all that was said before. */
  readonly edited?: Edited<E>
  /** What people wrote since then, or since the flag: what was tried, and what came of it. */
  readonly since: readonly E[]
  /** What the customer must not be asked again, when the last one who spoke of it said something. */
  readonly dontAsk?: DontAsk<E>
}

/** Words that tell whoever takes over what was tried, and what is known. */
const telling = new Set<WordsKind>([
  'reason',
  'need',
  'what_changed',
  'what_was_done',
  'what_was_told',
  'could_not_be_told',
  'still_wrong',
  'update',
  'next_step',
  'promise',
  'question',
  'answer',
  'lead_said',
])

const isTelling = ({ words }: Entry): boolean => words !== undefined && telling.has(words.kind)

/**
 * The brief as the timeline up to an event says it; without `upTo` as it is now. An edit whose words were erased counts
 * no more: what is left of the story tells it again.
 */
export const briefOf = <E extends Entry>(timeline: readonly E[], upTo = Number.POSITIVE_INFINITY): Brief<E> => {
  const known = timeline.filter(({ seq }) => seq <= upTo)
  const edited = known.findLast(
    (entry): entry is Edited<E> => entry.kind === 'brief_edited' && entry.erased === undefined,
  )
  const dontAsk = known.findLast((entry): entry is DontAsk<E> => entry.kind === 'dont_ask_said')
  return {
    ...(edited === undefined ? {} : { edited }),
    since: known.filter((entry) => entry.seq > (edited?.seq ?? 0) && isTelling(entry)),
    ...(dontAsk?.words === undefined ? {} : { dontAsk }),
  }
}
