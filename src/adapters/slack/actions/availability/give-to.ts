import type { ActListener } from '../../listener.ts'
import { readable } from '../../listener.ts'
import { parseGiveValue } from '../../values.ts'

/** *Give to …*: an issue of somebody who left is a colleague's at once. */
export const giveTo: ActListener = ({ act, value }, { useCases }) => {
  const { issue: number, person: to } = readable(parseGiveValue(value))
  return useCases.giveIssue({ ...act, number, to })
}
