import { DomainError } from '#domain/errors.ts'
import type { ListenerDeps } from '../listener.ts'
import { refusalSentence } from '../words/refusals.ts'

const notNow = 'I could not do that just now. Nothing was lost or changed; please try again.'

const nameOf = async ({ connection, directory }: ListenerDeps, id: unknown): Promise<string | undefined> => {
  const ours = connection.identity()
  if (!ours || typeof id !== 'string' || id === '') return undefined
  return (await directory.person(ours.teamId, id))?.name
}

/** What a person is told instead of what they wanted; undefined for those to whom nothing is said. */
export const sentenceFor = async (deps: ListenerDeps, error: unknown): Promise<string | undefined> => {
  if (!(error instanceof DomainError)) return notNow
  const owner = await nameOf(deps, error.details.owner)
  return refusalSentence(error, { person: () => owner })
}
