import type { Circumstances } from '../decisions/decision.ts'
import { turnOf } from '../decisions/moving/silence.ts'
import type { Issue } from '../issue/issue.ts'
import { atAnyHour, reachableAt } from './hours.ts'
import { isFor, type Noted, recipientOf } from './recipient.ts'
import type { LedgerRow, ReminderKey, Step } from './reminder.ts'
import { stepsOf } from './steps.ts'

/** What becomes due of an issue, and when the tick has to look at it again. */
export type Due = { readonly rows: readonly LedgerRow[]; readonly nextLookAt: Date | undefined }

const earliest = (times: readonly Date[]): Date | undefined => times.toSorted((a, b) => a.getTime() - b.getTime())[0]

/** A step was said, or waits for somebody who still has to hear it: what waits for an owner of before is never said. */
const isNoted = (step: Step, issue: Issue, noted: readonly Noted[], circumstances: Circumstances): boolean =>
  noted.some(
    ({ kind, state, person, said }) =>
      kind === step.kind && state === step.state && (said || isFor(step, issue, circumstances, person)),
  )

/** The last step that is due, unless it or a later one is noted: after an outage nobody is reminded in a burst. */
const dueStep = (
  steps: readonly Step[],
  issue: Issue,
  noted: readonly Noted[],
  circumstances: Circumstances,
): Step | undefined => {
  const reached = steps.findLastIndex((step) => step.dueAt <= circumstances.now)
  const passed = steps.findLastIndex((step) => isNoted(step, issue, noted, circumstances))
  return reached > passed ? steps[reached] : undefined
}

const rowsOf = (
  issue: Issue,
  step: Step,
  known: { readonly steps: readonly Step[]; readonly noted: readonly Noted[] },
  circumstances: Circumstances,
) =>
  step.persons.flatMap((named): readonly LedgerRow[] => {
    const person = recipientOf(issue, step, named, known, circumstances)
    if (person === undefined) return []
    const sendAt = reachableAt(circumstances, person, atAnyHour(circumstances.council, issue, person))
    const { kind, state, dueAt } = step
    return sendAt === undefined ? [] : [{ issue: issue.number, kind, state, person, again: 0, dueAt, sendAt }]
  })

/** What is due of an issue now and not in the ledger yet, with the time at which each may be said. */
export const dueOf = (issue: Issue, noted: readonly Noted[], circumstances: Circumstances): Due => {
  const { now } = circumstances
  const kinds = stepsOf(issue, circumstances)
  const rows = kinds.flatMap((steps) => {
    const step = dueStep(steps, issue, noted, circumstances)
    return step === undefined ? [] : rowsOf(issue, step, { steps, noted }, circumstances)
  })
  const coming = kinds.flatMap((steps) => steps.map(({ dueAt }) => dueAt)).filter((dueAt) => dueAt > now)
  const byItself = [issue.routeBy, turnOf(issue, circumstances)?.at].filter((at) => at !== undefined)
  return { rows, nextLookAt: earliest([...coming, ...byItself.filter((at) => at > now)]) }
}

/**
 * When the tick has to look at an issue that has just changed; undefined when nothing comes due by itself. What may be
 * due already is left to it: only it knows the ledger.
 */
export const nextLookAt = (issue: Issue, circumstances: Circumstances): Date | undefined => {
  const { now } = circumstances
  const times = stepsOf(issue, circumstances).flatMap((steps) => steps.map(({ dueAt }) => dueAt))
  const route = issue.state === 'flagged' ? issue.routeBy : undefined
  const byItself = [route, turnOf(issue, circumstances)?.at].filter((at) => at !== undefined)
  const next = earliest([...times, ...byItself])
  return next !== undefined && next < now ? now : next
}

/** Whether what a row reminds of is still to be done, by the same person. */
export const isCurrent = (row: ReminderKey, issue: Issue, circumstances: Circumstances): boolean => {
  const { people, now } = circumstances
  const known = people.get(row.person)
  if (known !== undefined && known.kind !== 'member') return false
  const isStep = ({ kind, state }: Step): boolean => kind === row.kind && state === row.state
  const steps = stepsOf(issue, circumstances).find((list) => list.some(isStep)) ?? []
  const step = steps.find(isStep)
  if (!step) return false
  const superseded = row.kind === 'promise' && steps.at(-1) !== step && (steps.at(-1)?.dueAt ?? now) <= now
  return !superseded && isFor(step, issue, circumstances, row.person)
}
