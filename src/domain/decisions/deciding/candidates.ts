import type { Department, PersonId } from '../../council.ts'
import { departmentOf } from '../../council.ts'
import type { CouncilDecision, Issue } from '../../issue/issue.ts'
import { colleaguesFor, placeAt } from '../../journey-map.ts'
import { maySee } from '../../permissions.ts'
import { suggestDepartments } from '../../routing.ts'
import { firstReachable } from '../asking/ask.ts'
import type { Circumstances } from '../decision.ts'

/** Somebody who could answer for an issue, and the department for which they would. */
export type Candidate = { readonly department: string; readonly person: PersonId }

/** How many people a decision offers by name. */
const mostOffered = 3

/**
 * The department for which a person answers when the council names them: the one it was meant for or the one it is with,
 * if it is theirs; else the first of theirs. Undefined for somebody who works for no department.
 */
export const departmentFor = (
  issue: Issue,
  person: PersonId,
  { council }: Pick<Circumstances, 'council'>,
): Department | undefined => {
  const theirs = council.departments.filter(({ key }) =>
    colleaguesFor(council, key, issue.stage, issue.region).includes(person),
  )
  const meant = [issue.decision?.to, issue.department]
  return theirs.find(({ key }) => key === meant[0]) ?? theirs.find(({ key }) => key === meant[1]) ?? theirs[0]
}

/** The first of a department's chain who could take it now: not the chair, who would decide on themselves, nor its owner. */
const personOf = (issue: Issue, department: string, circumstances: Circumstances): PersonId | undefined => {
  const { council } = circumstances
  const chain = placeAt(council, department, issue.stage, issue.region).chain.filter(({ role }) => role !== 'chair')
  const fits = (person: PersonId, isCover: boolean): boolean =>
    person !== issue.owner &&
    departmentFor(issue, person, circumstances)?.key === department &&
    (!isCover || maySee(council, issue, person))
  return firstReachable(chain, circumstances, fits)?.person
}

type Asked = Pick<CouncilDecision, 'why' | 'review' | 'to'>

/** The departments worth a thought, best first: where it was wanted, those that have not had it, those that have. */
const departmentsFor = (issue: Issue, { why, review, to }: Asked, words: string, { council }: Circumstances) => {
  const { held } = issue.moves
  const first = to === undefined || review ? [] : [to]
  const others = held.filter((key) => key !== issue.department)
  const same = why === 'named_cannot' && issue.department !== undefined ? [issue.department] : []
  const all = [...first, ...same, ...suggestDepartments(council, words, held), ...others]
  return [...new Set(all)].filter((key) => departmentOf(council, key) !== undefined)
}

/**
 * Up to three people whom the council can name with one press, each for another department: first where its owner
 * wanted it; of an issue that has moved at once, first who has it now.
 */
export const candidatesFor = (
  issue: Issue,
  asked: Asked,
  words: string,
  circumstances: Circumstances,
): readonly Candidate[] => {
  const stays: readonly Candidate[] =
    asked.review && issue.owner !== undefined ? [{ department: issue.department ?? '', person: issue.owner }] : []
  const others = departmentsFor(issue, asked, words, circumstances).flatMap((department): readonly Candidate[] => {
    const person = personOf(issue, department, circumstances)
    return person === undefined ? [] : [{ department, person }]
  })
  const all = [...stays, ...others]
  return all.filter(({ person }, i) => all.findIndex((one) => one.person === person) === i).slice(0, mostOffered)
}
