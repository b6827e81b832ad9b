/** An event of a timeline as the report of bounces reads it: the kinds it does not know say nothing. */
export type MoveEvent = {
  readonly kind: string
  readonly at: Date
  /** Of the handover or the decision. */
  readonly id?: string
  readonly department?: string
  readonly from?: string
  readonly to?: string
  readonly verdict?: string
  /** It was urgent, and moved before the council looked at it. */
  readonly review?: boolean
}

/** An issue that somebody tried to move, with what its timeline says of that, in order. */
export type MovedIssue = {
  readonly number: number
  readonly state: string
  /** Tries to move it in its whole life, those that merged and linked issues brought along included. */
  readonly attempts: number
  readonly timeline: readonly MoveEvent[]
}

/** A try to move an issue between two departments; `moved` when it was handed over. */
export type Try = { readonly at: Date; readonly from: string; readonly to: string; readonly moved: boolean }

/** The kinds that end a try; a handover that was taken back or cancelled was none. */
export const tryKinds = ['not_ours', 'claimed', 'handover_accepted', 'handover_returned', 'handover_expired']

/** The kinds that the council's part in it is read from. */
export const verdictKinds = ['handover_asked', 'decision_opened', 'decided']

/** All that the report reads: who had it, and where it ended, too. */
export const moveKinds: readonly string[] = [
  ...tryKinds,
  ...verdictKinds,
  'named_cannot',
  'asked',
  'nobody_reachable',
  'handover_taken_back',
  'handover_cancelled',
  'moved_at_once',
  'decision_cancelled',
]

const between = ({ kind, department, from, to }: MoveEvent): readonly [string | undefined, string | undefined] =>
  kind === 'claimed' ? [from, department] : [from, to]

/** The try that an event ends, if it is one: a claim is one where it was for another department than the one asked. */
export const tryIn = (event: MoveEvent): Try | undefined => {
  if (!tryKinds.includes(event.kind)) return undefined
  const [from, to] = between(event)
  if (from === undefined || to === undefined || from === '' || to === '' || from === to) return undefined
  return { at: event.at, from, to, moved: event.kind === 'handover_accepted' }
}

const arrivals = new Map<string, (event: MoveEvent) => string | undefined>([
  ['asked', ({ department }) => department],
  ['nobody_reachable', ({ department }) => department],
  ['claimed', ({ department }) => department],
  ['handover_accepted', ({ to }) => to],
  ['decided', ({ to }) => to],
  ['moved_at_once', ({ to }) => to],
])

/** The department that has it from an event on; undefined for events that move nothing. */
export const arrivalIn = (event: MoveEvent): string | undefined => arrivals.get(event.kind)?.(event)
