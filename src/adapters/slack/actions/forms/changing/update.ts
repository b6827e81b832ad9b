import type { FormListener } from '../../../listener.ts'
import { updateView } from '../../../views/changing/update.ts'
import { issueIn } from '../../values.ts'

/** *Add update* asks what is new. */
export const update: FormListener = async ({ act, value }, { useCases }) =>
  updateView(await useCases.openForm({ ...act, number: issueIn(value), purpose: 'update' }))
