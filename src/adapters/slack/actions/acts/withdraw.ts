import type { ActListener } from '../../listener.ts'
import { issueIn } from '../values.ts'

/** *Withdraw*: a fresh flag is taken back. */
export const withdraw: ActListener = ({ act, value }, { useCases }) =>
  useCases.withdrawFlag({ ...act, number: issueIn(value) })
