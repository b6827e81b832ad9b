import type { FormListener } from '../../../listener.ts'
import { mergeView } from '../../../views/joining/join.ts'
import { issueIn } from '../../values.ts'

/** *Merge* asks which issue tells of the same. */
export const merge: FormListener = async ({ act, value }, { useCases }) =>
  mergeView(await useCases.openForm({ ...act, number: issueIn(value), purpose: 'merge' }))
