import { DomainError } from '../errors.ts'
import type { Issue } from '../issue/issue.ts'

/** Why nothing more can be done with an issue that is over: `already_closed`, `merged` (naming where it goes on) or `withdrawn`. */
export const endedError = ({ number, state, mergedInto }: Issue, field?: string): DomainError => {
  const at = field === undefined ? {} : { field }
  if (state === 'merged' && mergedInto !== undefined) return new DomainError('merged', { number, into: mergedInto }, at)
  return new DomainError(state === 'closed' ? 'already_closed' : 'withdrawn', { number }, at)
}
