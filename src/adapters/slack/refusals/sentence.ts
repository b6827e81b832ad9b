import { DomainError } from '#domain/errors.ts'
import type { ListenerDeps } from '../listener.ts'
import { refusalSentence } from '../words/refusals.ts'

const notNow = 'I could not do that just now. Nothing was lost or changed; please try again.'

/** What a person is told instead of what they wanted; undefined for those to whom nothing is said. */
export const sentenceFor = async (
  { useCases, connection }: ListenerDeps,
  error: unknown,
): Promise<string | undefined> => {
  if (!(error instanceof DomainError)) return notNow
  const workspaceId = connection.identity()?.teamId
  const names: Readonly<Record<string, string>> =
    workspaceId === undefined ? {} : await useCases.namesIn({ workspaceId, details: error.details }).catch(() => ({}))
  const named = (key: string): string | undefined => names[key]
  return refusalSentence(error, { person: named, department: named })
}
