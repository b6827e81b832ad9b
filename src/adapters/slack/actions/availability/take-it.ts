import type { ActListener } from '../../listener.ts'
import { issueIn } from '../values.ts'

/** *I'll take it*: an issue of somebody who left is theirs who presses. */
export const takeIt: ActListener = ({ act, value }, { useCases }) =>
  useCases.giveIssue({ ...act, number: issueIn(value), to: act.person })
