import type { ActListener } from '../../listener.ts'
import { issueIn } from '../values.ts'

/** *Release*: a fresh claim is taken back. */
export const release: ActListener = ({ act, value }, { useCases }) =>
  useCases.releaseClaim({ ...act, number: issueIn(value) })
