import type { About } from '#application/messages/message.ts'
import type { IssueStory } from '#application/read-models.ts'
import type { Council, PersonId } from '#domain/council.ts'
import { departmentOf } from '#domain/council.ts'
import { departmentName } from './labels.ts'

/** A person's name as plain words, so that nobody is pinged by being talked about. */
export const nameOf = ({ names }: IssueStory, person: PersonId | undefined): string | undefined => {
  const name = person === undefined ? undefined : names[person]?.trim()
  return name === '' ? undefined : name
}

/** The name, or “somebody” where it is not known. */
export const somebody = (story: IssueStory, person: PersonId | undefined): string => nameOf(story, person) ?? 'somebody'

/** The same at the beginning of a sentence. */
export const somebodyFirst = (story: IssueStory, person: PersonId | undefined): string =>
  nameOf(story, person) ?? 'Somebody'

/** “Ben (Billing)”. */
export const withDepartment = (
  { story, council }: Pick<About, 'story' | 'council'>,
  person: PersonId | undefined,
  department: string | undefined,
): string => {
  const name = somebodyFirst(story, person)
  return department === undefined ? name : `${name} (${departmentName(council, department)})`
}

/** The time zone in which an issue's dates are told: that of the department responsible. */
export const zoneOf = (council: Council, department: string | undefined): string =>
  (departmentOf(council, department)?.calendar ?? council.calendar).timeZone
