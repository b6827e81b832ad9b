import type { ActListener } from '../../listener.ts'
import { issueIn } from '../values.ts'

/** *Claim*: the person answers for the issue from now on. */
export const claim: ActListener = ({ act, value }, { useCases }) =>
  useCases.claimIssue({ ...act, number: issueIn(value), via: 'button' })
