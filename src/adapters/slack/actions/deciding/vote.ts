import type { ActListener } from '../../listener.ts'
import { readable } from '../../listener.ts'
import { parseVoteValue } from './values.ts'

/** One of the people who are suggested: somebody of the council names them. */
export const vote: ActListener = ({ act, value }, { useCases }) => {
  const { issue: number, decision, person: named } = readable(parseVoteValue(value))
  return useCases.voteOnIssue({ ...act, number, decision, named })
}
