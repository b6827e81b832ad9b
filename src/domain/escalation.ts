import type { Council, Department, PersonId } from './council.ts'
import { departmentOf, stageOf } from './council.ts'
import type { Issue } from './issue/issue.ts'
import { cellOf } from './journey-map.ts'
import { calendarOf } from './time/service-level.ts'
import { addWorkingTime } from './time/working-time.ts'

/** A step of the ladder for an unclaimed issue; `council` is the council's channel, not a person. */
export type Rung = {
  readonly name: 'owner' | 'backup' | 'lead' | 'council'
  readonly person?: PersonId
  readonly dueAt: Date
}

const scaled = (council: Council, department: Department, issue: Issue, from: Date, factor: number): Date => {
  const { amount, unit } = council.rules.claimWithin[issue.severity]
  return addWorkingTime(calendarOf(council, department.key, issue.severity), from, { amount: amount * factor, unit })
}

/**
 * Who is reminded of an unclaimed issue and when: after half of `claim_within` the person asked, after the whole the
 * backup, after twice that the lead, after three times the council; rungs that are missing or repeat a person are left
 * out, and a low issue ends at the lead after two working days. Empty while nobody is asked.
 */
export const ladderOf = (council: Council, issue: Issue): readonly Rung[] => {
  const department = departmentOf(council, issue.department)
  const ask = issue.ask
  if (!department || !ask || issue.state !== 'flagged') return []
  const cell = cellOf(stageOf(council, issue.stage), department.key, issue.region)
  const at = (factor: number): Date => scaled(council, department, issue, ask.at, factor)
  const leadAt =
    issue.severity === 'low' ? addWorkingTime(department.calendar, ask.at, { amount: 2, unit: 'd' }) : at(2)
  const steps: readonly Rung[] = [
    { name: 'owner', person: ask.person, dueAt: at(0.5) },
    ...(cell?.backup === undefined ? [] : [{ name: 'backup' as const, person: cell.backup, dueAt: at(1) }]),
    { name: 'lead', person: department.lead, dueAt: leadAt },
    ...(issue.severity === 'low' ? [] : [{ name: 'council' as const, dueAt: at(3) }]),
  ]
  return steps
    .filter((step, i) => step.person === undefined || steps.findIndex((other) => other.person === step.person) === i)
    .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
}
