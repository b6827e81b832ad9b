import type { ActListener } from '../../../listener.ts'
import { issueIn } from '../../values.ts'

/** *Moving again*: nothing is waited on any more. */
export const movingAgain: ActListener = ({ act, value }, { useCases }) =>
  useCases.moveAgain({ ...act, number: issueIn(value) })
