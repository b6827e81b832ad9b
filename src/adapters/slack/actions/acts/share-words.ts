import type { ActListener } from '../../listener.ts'
import { issueIn } from '../values.ts'

/** *Share the words*: the card shows what came from a private place. */
export const shareWords: ActListener = ({ act, value }, { useCases }) =>
  useCases.shareWords({ ...act, number: issueIn(value) })
