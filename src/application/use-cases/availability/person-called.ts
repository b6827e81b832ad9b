import type { PersonId } from '#domain/council.ts'
import { DomainError, type DomainErrorCode } from '#domain/errors.ts'
import type { Act } from '../../act.ts'
import type { Ports } from '../../ports.ts'

const mention = /^<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>$/

type Codes = { readonly unknown: DomainErrorCode; readonly many: DomainErrorCode }

/** Whom a name, handle or mention means. Throws the code `unknown`, or `many` where several go by it. */
export const personCalled = async (
  deps: Pick<Ports, 'read' | 'directory'>,
  act: Act,
  typed: string,
  { unknown, many }: Codes,
): Promise<PersonId> => {
  const [, id] = mention.exec(typed.trim()) ?? []
  if (id !== undefined) {
    const person = await deps.directory.person(act.workspaceId, id)
    if (!person) throw new DomainError(unknown)
    return id
  }
  const name = typed.trim().replace(/^@/, '').trim()
  const found = await deps.read(act.workspaceId, (tx) => tx.people.called(name))
  const [only, other] = found
  if (!only) throw new DomainError(unknown)
  if (other) throw new DomainError(many)
  return only.id
}
