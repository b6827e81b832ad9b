import { DomainError } from '#domain/errors.ts'
import type { ListenerDeps } from '../listener.ts'
import { noLimit, type TimeLimit } from '../time-limit.ts'
import { refusalSentence } from '../words/refusals.ts'

/** Also said when nobody knows whether it was done: the answer was lost, or came too late. */
const notNow =
  'I could not finish that just now. Nothing you wrote is lost; please try again in a moment. If it went through after all, it is not done twice.'

/**
 * What a person is told instead of what they wanted, without names that do not come in time; undefined for those to
 * whom nothing is said.
 */
export const sentenceFor = async (
  { useCases, connection }: ListenerDeps,
  error: unknown,
  inTime: TimeLimit = noLimit,
): Promise<string | undefined> => {
  if (!(error instanceof DomainError)) return notNow
  const workspaceId = connection.identity()?.teamId
  const names: Readonly<Record<string, string>> =
    workspaceId === undefined
      ? {}
      : await inTime(useCases.namesIn({ workspaceId, details: error.details })).catch(() => ({}))
  const named = (key: string): string | undefined => names[key]
  return refusalSentence(error, { person: named, department: named })
}
