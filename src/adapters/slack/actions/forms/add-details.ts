import type { FormListener } from '../../listener.ts'
import { detailsView } from '../../views/details.ts'
import { issueIn } from '../values.ts'

/** *Add details* opens the form that completes a flag. */
export const addDetails: FormListener = async ({ act, value }, { useCases }) =>
  detailsView(await useCases.openForm({ ...act, number: issueIn(value), purpose: 'add_details' }))
