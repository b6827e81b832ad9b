import type { ActListener } from '../../listener.ts'
import { issueIn } from '../values.ts'

/** *Kept*: what the customer was promised has been done. */
export const kept: ActListener = ({ act, value }, { useCases }) =>
  useCases.keepPromise({ ...act, number: issueIn(value) })
