import { standIn } from '../availability/stand-in.ts'
import type { Council, PersonId } from '../council.ts'
import { departmentOf } from '../council.ts'
import type { Circumstances } from '../decisions/decision.ts'
import type { Issue } from '../issue/issue.ts'
import { absenceAt, isReachable } from '../people.ts'
import { claimsFor, mayAccept, maySee } from '../permissions.ts'
import { atAnyHour, reachableAt } from './hours.ts'
import type { ReminderKey, ReminderKind, Step } from './reminder.ts'

/** What the ledger has of an issue already: what was said, and what waits to be. */
export type Noted = Pick<ReminderKey, 'kind' | 'state' | 'person'> & { readonly said: boolean }

/** Whether somebody can do what is asked, so that it may be asked of them for another one. */
const mayDo = (kind: ReminderKind, issue: Issue, council: Council, person: PersonId): boolean => {
  if (!maySee(council, issue, person)) return false
  if (kind === 'unclaimed') return claimsFor(council, issue, person) !== undefined
  return kind === 'handover' && mayAccept(council, issue, person)
}

/** What is the owner's alone to do, and of others only on their behalf. */
const ofOwner: ReadonlySet<ReminderKind> = new Set(['quiet', 'untold', 'promise', 'wait'])

/** Whether somebody will not see to it: they left, or a promise to the customer is broken before they are back. */
const cannotSeeToIt = (issue: Issue, kind: ReminderKind, owner: PersonId, { people, now }: Circumstances): boolean => {
  const known = people.get(owner)
  if (known === undefined) return false
  if (known.kind !== 'member') return true
  const absence = kind === 'promise' ? absenceAt(known, now) : undefined
  return absence !== undefined && (absence.until === undefined || absence.until > (issue.promiseBy ?? now))
}

/** Who hears of what an owner cannot see to, on their behalf: the lead, else the chair. */
const onBehalf = (
  issue: Issue,
  { kind, persons: [owner] }: Step,
  circumstances: Circumstances,
): PersonId | undefined => {
  const { council, people, now } = circumstances
  if (!ofOwner.has(kind) || owner === undefined || !cannotSeeToIt(issue, kind, owner, circumstances)) return undefined
  return [departmentOf(council, issue.department)?.lead, council.chair].find(
    (person) => person !== undefined && person !== owner && isReachable(people.get(person), now),
  )
}

/**
 * Whether what the ledger has for a person about a step is theirs to do: one whom it names, the one who is on call, or
 * one who was asked for somebody away. The latter also when that one is back: what was asked of them is not lost.
 */
export const isFor = (step: Step, issue: Issue, circumstances: Circumstances, person: PersonId): boolean =>
  step.persons.includes(person) ||
  onBehalf(issue, step, circumstances) === person ||
  (step.kind === 'unclaimed' && atAnyHour(circumstances.council, issue, person)) ||
  mayDo(step.kind, issue, circumstances.council, person)

/** The steps of one question: of a round of asking, or of a handover. */
const questionOf = (state: string): string => state.slice(0, state.lastIndexOf(':'))

/** Whether somebody heard, or will hear, the same question as another step of it. */
const hasHeard = (
  issue: Issue,
  { kind, state }: Step,
  person: PersonId,
  steps: readonly Step[],
  noted: readonly Noted[],
  circumstances: Circumstances,
): boolean =>
  (kind === 'unclaimed' || kind === 'handover') &&
  noted.some((one) => {
    if (one.kind !== kind || one.person !== person || questionOf(one.state) !== questionOf(state)) return false
    const asked = steps.find((step) => step.state === one.state)
    return one.said || (asked !== undefined && isFor(asked, issue, circumstances, person))
  })

/** At night the one who is on call hears of an unclaimed urgent issue instead. */
const onCallFor = (issue: Issue, kind: ReminderKind, person: PersonId, circumstances: Circumstances) => {
  const { council, people, now } = circumstances
  const onCall = departmentOf(council, issue.department)?.onCall
  if (kind !== 'unclaimed' || onCall === undefined || !atAnyHour(council, issue, onCall)) return undefined
  if (!isReachable(people.get(onCall), now)) return undefined
  const at = reachableAt(circumstances, person, atAnyHour(council, issue, person))
  return at === undefined || at > now ? onCall : undefined
}

/**
 * Who is to hear of a step for one whom it names: at night who is on call, while they are away who covers for them and
 * can do it, of what an owner cannot see to their lead or the chair, else they themselves. Undefined when that one has heard the same question already: nobody is asked twice.
 */
export const recipientOf = (
  issue: Issue,
  step: Step,
  named: PersonId,
  { steps, noted }: { readonly steps: readonly Step[]; readonly noted: readonly Noted[] },
  circumstances: Circumstances,
): PersonId | undefined => {
  const { council } = circumstances
  const instead = onBehalf(issue, step, circumstances)
  if (instead !== undefined) return instead
  const heard = (person: PersonId): boolean => hasHeard(issue, step, person, steps, noted, circumstances)
  const onCall = onCallFor(issue, step.kind, named, circumstances)
  if (onCall !== undefined && !heard(onCall)) return onCall
  const fits = (person: PersonId): boolean => person === named || mayDo(step.kind, issue, council, person)
  const person = standIn(named, circumstances, fits) ?? named
  return heard(person) ? undefined : person
}
