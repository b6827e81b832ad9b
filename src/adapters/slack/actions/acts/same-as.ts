import type { ActListener } from '../../listener.ts'
import { readable } from '../../listener.ts'
import { parseSameAsValue } from '../../values.ts'

/** *Same as CX-n*: the flagger says that an open issue tells of the same. */
export const sameAs: ActListener = ({ act, value }, { useCases }) => {
  const { issue: number, other } = readable(parseSameAsValue(value))
  return useCases.mergeIssue({ ...act, number, other })
}
