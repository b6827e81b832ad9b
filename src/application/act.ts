import type { PersonId } from '#domain/council.ts'
import { DomainError } from '#domain/errors.ts'
import type { Person } from '#domain/people.ts'
import type { Directory, Scope, WorkspaceId } from './ports.ts'

/** Somebody does something: who, in which workspace, by which delivery (its repeats are answered, not done again). */
export type Act = { readonly workspaceId: WorkspaceId; readonly person: PersonId; readonly request?: string }

export const scopeOf = ({ workspaceId, request }: Act): Scope => ({
  workspaceId,
  ...(request === undefined ? {} : { request }),
})

const refusalOf = { guest: 'guest', deactivated: 'deactivated', bot: 'silence', stranger: 'silence' } as const

/**
 * The full member who acts. Throws `guest` or `deactivated`, `silence` for bots and strangers, and `person_unknown`
 * when Slack does not say in time who it is.
 */
export const requireMember = async (directory: Directory, { workspaceId, person: id }: Act): Promise<Person> => {
  const person = await directory.person(workspaceId, id)
  if (!person) throw new DomainError('person_unknown')
  if (person.kind !== 'member') throw new DomainError(refusalOf[person.kind])
  return person
}
