import { standIn } from '../availability/stand-in.ts'
import type { PersonId } from '../council.ts'
import { departmentOf } from '../council.ts'
import type { Circumstances } from '../decisions/decision.ts'
import type { Consult } from '../issue/consult-facts.ts'
import type { Issue } from '../issue/issue.ts'
import { isReachable } from '../people.ts'
import { maySee } from '../permissions.ts'
import { calendarOf } from '../time/service-level.ts'
import { addWorkingTime } from '../time/working-time.ts'
import type { Step } from './reminder.ts'

/** The id of the consult that a state of the ledger names. */
export const consultIn = (state: string): string => state.split('|')[0] ?? ''

/** Names the state of a consult: it does not come back once that was answered, or asked again. */
const stateOf = ({ id, since }: Consult, name: string): string => `${id}|${since.toISOString()}|${name}`

/** After so much of `answer_within` of the department that has to answer. */
const after = (
  issue: Issue,
  { since }: Consult,
  department: string,
  share: number,
  { council }: Circumstances,
): Date => {
  const { amount, unit } = council.rules.answerWithin[issue.severity]
  return addWorkingTime(calendarOf(council, department, issue.severity), since, { amount: amount * share, unit })
}

/** Who is asked too when somebody is silent: who stands in for them while they are away, else their lead, else they again. */
const second = (issue: Issue, { asked, department }: Consult, circumstances: Circumstances): PersonId => {
  const { council, people, now } = circumstances
  const fits = (person: PersonId): boolean => person !== issue.owner && maySee(council, issue, person)
  const cover = standIn(asked, circumstances, (person) => person !== asked && fits(person))
  const lead = departmentOf(council, department)?.lead
  const mayAsk = lead !== undefined && lead !== asked && fits(lead) && isReachable(people.get(lead), now)
  return cover ?? (mayAsk ? lead : asked)
}

/**
 * The ladder of a claim: after half of `answer_within` the person asked, after the whole their stand-in or lead, after
 * twice that the owner, who may ask somebody else, after three times the chair on their behalf; not for
 * one of low severity.
 */
const unanswered = (issue: Issue, consult: Consult, circumstances: Circumstances): readonly Step[] => {
  const at = (share: number): Date => after(issue, consult, consult.department, share, circumstances)
  const { chair } = circumstances.council
  const mayAskChair = issue.severity !== 'low' && chair !== issue.owner && chair !== consult.asked
  const step = (name: string, share: number, person: PersonId): Step => ({
    kind: 'consult',
    state: stateOf(consult, name),
    dueAt: at(share),
    persons: [person],
  })
  return [
    step('half', 0.5, consult.asked),
    step('whole', 1, second(issue, consult, circumstances)),
    ...(issue.owner === undefined ? [] : [step('owner', 2, issue.owner)]),
    ...(mayAskChair ? [step('chair', 3, chair)] : []),
  ]
}

/** What was asked back waits for the owner: after half of `answer_within` of their department, and the whole. */
const askedBack = (issue: Issue, consult: Consult, circumstances: Circumstances): readonly Step[] => {
  const { owner, department = '' } = issue
  if (owner === undefined) return []
  return [0.5, 1].map((share) => ({
    kind: 'consult',
    state: stateOf(consult, share === 1 ? 'back' : 'back_half'),
    dueAt: after(issue, consult, department, share, circumstances),
    persons: [owner],
  }))
}

/** What is reminded of as long as the consults of an issue stay as they are, a list for each. */
export const consultSteps = (issue: Issue, circumstances: Circumstances): readonly (readonly Step[])[] =>
  issue.consults.map((consult) => {
    if (consult.state === 'helping') return []
    return consult.state === 'asked'
      ? unanswered(issue, consult, circumstances)
      : askedBack(issue, consult, circumstances)
  })
