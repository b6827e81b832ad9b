import { withCovers } from '../../availability/stand-in.ts'
import type { Council, PersonId } from '../../council.ts'
import { departmentOf, departmentsOfPerson } from '../../council.ts'
import { DomainError } from '../../errors.ts'
import type { Consult } from '../../issue/consult-facts.ts'
import type { Issue } from '../../issue/issue.ts'
import { calendarOf } from '../../time/service-level.ts'
import { addWorkingTime } from '../../time/working-time.ts'
import type { Circumstances } from '../decision.ts'

/** The departments somebody works for: as lead or member, and those for which the journey map names them. */
export const departmentsFor = (council: Council, person: PersonId): readonly string[] => {
  const own = departmentsOfPerson(council, person).map(({ key }) => key)
  const named = council.journey
    .flatMap((stage) => stage.owners)
    .filter((cell) => cell.owner === person || cell.backup === person)
    .map((cell) => cell.department)
  return [...new Set([...own, ...named])]
}

/** By when a department should have answered what it is asked now: `answer_within` of its working time. */
export const answerBy = (issue: Issue, department: string, { council, now }: Circumstances): Date =>
  addWorkingTime(calendarOf(council, department, issue.severity), now, council.rules.answerWithin[issue.severity])

/** The open consult that is meant. Throws `consult_over` when it has ended. */
export const openConsult = (issue: Issue, id: string): Consult => {
  const consult = issue.consults.find((one) => one.id === id)
  if (!consult) throw new DomainError('consult_over', { number: issue.number })
  return consult
}

/** Who may answer: the person asked, who covers for them while they are away, and their lead. */
export const mayAnswer = ({ asked, department }: Consult, person: PersonId, circumstances: Circumstances): boolean =>
  withCovers(asked, circumstances).includes(person) || departmentOf(circumstances.council, department)?.lead === person

/** The issue with another consult in the place of one. */
export const withConsult = (issue: Issue, consult: Consult): Issue => ({
  ...issue,
  consults: issue.consults.map((one) => (one.id === consult.id ? consult : one)),
})

export const withoutConsult = (issue: Issue, id: string): Issue => ({
  ...issue,
  consults: issue.consults.filter((one) => one.id !== id),
})

/** Whoever is asked, or helps, may see the issue from then on. */
export const asConsulted = (issue: Issue, person: PersonId): Issue =>
  issue.consulted.includes(person) ? issue : { ...issue, consulted: [...issue.consulted, person] }

/** What every event about a consult names. */
export const factsOf = ({ id, department, asked }: Consult) => ({ id, department, asked })
