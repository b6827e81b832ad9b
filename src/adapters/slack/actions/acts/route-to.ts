import type { ActListener } from '../../listener.ts'
import { readable } from '../../listener.ts'
import { parseRouteValue } from '../../values.ts'

/** One of the suggestions: the chair sends an issue there. */
export const routeTo: ActListener = ({ act, value }, { useCases }) => {
  const { issue: number, department } = readable(parseRouteValue(value))
  return useCases.routeIssue({ ...act, number, department })
}
