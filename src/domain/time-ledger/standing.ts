import type { PersonId } from '../council.ts'
import type { WaitCause } from '../issue/wait.ts'
import type { Severity } from '../severity.ts'

/** Why time passed: an issue that is solved and still has to be told is being worked on. */
export type TimeCause = 'unclaimed' | 'handover_pending' | 'working' | `waiting_${WaitCause}`

/** An event as the clock reads it: the kinds it does not know change nothing. */
export type LedgerEvent = {
  readonly kind: string
  readonly at: Date
  readonly department?: unknown
  readonly to?: unknown
  readonly owner?: unknown
  readonly severity?: unknown
  readonly on?: unknown
  readonly review?: unknown
}

/** How an issue stands between two events. */
export type LedgerStanding = {
  readonly open: boolean
  readonly department?: string | undefined
  readonly holder?: PersonId | undefined
  readonly severity: Severity
  /** The department that was asked to take it over. */
  readonly askedToTake?: string | undefined
  /** It is for the council to say where it ends. */
  readonly undecided?: boolean | undefined
  readonly wait?: { readonly on: WaitCause; readonly department?: string | undefined } | undefined
}

type Step = (standing: LedgerStanding, event: LedgerEvent) => LedgerStanding

const said = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** Nothing is on its way any more. */
const still = { askedToTake: undefined, undecided: undefined, wait: undefined }

const severer: Step = (standing, { severity }) =>
  said(severity) === undefined ? standing : { ...standing, severity: severity as Severity }

const arrived: Step = (standing, { department }) => ({ ...standing, department: said(department) })
const held: Step = (standing, { owner }) => ({ ...standing, holder: said(owner) })
const moved: Step = (standing, { owner, to }) => ({
  ...standing,
  ...still,
  holder: said(owner),
  department: said(to),
})
const answered: Step = (standing) => ({ ...standing, askedToTake: undefined })
const undecided: Step = (standing, { review }) => (review === true ? standing : { ...standing, undecided: true })
const settled: Step = (standing) => ({ ...standing, ...still })
const ended: Step = (standing) => ({ ...standing, ...still, open: false })

/** What each kind of event changes of how an issue stands. */
const steps: Readonly<Record<string, Step>> = {
  flagged: (standing, event) => severer({ ...standing, open: true }, event),
  details_added: severer,
  edited: severer,
  merged_from: severer,
  asked: arrived,
  nobody_reachable: arrived,
  claimed: (standing, event) => held(arrived(standing, event), event),
  released: (standing) => ({ ...standing, ...still, holder: undefined }),
  handover_asked: (standing, { to }) => ({ ...standing, askedToTake: said(to) }),
  handover_accepted: moved,
  handover_returned: answered,
  handover_cancelled: answered,
  handover_expired: answered,
  handover_taken_back: answered,
  pass_accepted: held,
  decision_opened: undecided,
  decision_cancelled: (standing) => ({ ...standing, undecided: undefined }),
  decided: moved,
  moved_at_once: moved,
  named_cannot: undecided,
  waiting_started: (standing, { on, department }) => ({
    ...standing,
    wait: { on: on as WaitCause, department: said(department) },
  }),
  waiting_ended: (standing) => ({ ...standing, wait: undefined }),
  resolved: settled,
  closed: ended,
  reopened: (standing, event) => held({ ...standing, open: true }, event),
  withdrawn: ended,
  merged: ended,
}

/** The kinds of events that the clock reads; the others say nothing of where time goes. */
export const ledgerKinds: readonly string[] = Object.keys(steps)

/** Before the first event. */
export const nowhere: LedgerStanding = { open: false, severity: 'normal' }

/** How an issue stands after an event. */
export const after = (standing: LedgerStanding, event: LedgerEvent): LedgerStanding =>
  steps[event.kind]?.(standing, event) ?? standing

/**
 * What the time that now passes goes to. While a handover or the council's decision is open, the sender waits for others,
 * whatever else the issue waits on.
 */
export const causeOf = ({ holder, askedToTake, undecided: open, wait }: LedgerStanding): TimeCause => {
  if (holder === undefined) return 'unclaimed'
  if (askedToTake !== undefined || open === true) return 'handover_pending'
  return wait === undefined ? 'working' : `waiting_${wait.on}`
}

/** The department that has to act now, in whose hours time counts; the council's hours count where there is none. */
export const actingIn = (standing: LedgerStanding): string | undefined => {
  const { department, askedToTake, undecided: open, wait } = standing
  const cause = causeOf(standing)
  if (cause === 'handover_pending') return open === true ? undefined : askedToTake
  return cause === 'waiting_department' ? (wait?.department ?? department) : department
}
