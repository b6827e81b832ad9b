import type { FormListener } from '../../../listener.ts'
import { editView } from '../../../views/changing/edit.ts'
import { issueIn } from '../../values.ts'

/** *Edit* shows customer, severity and stage as they are. */
export const edit: FormListener = async ({ act, value }, { useCases }) =>
  editView(await useCases.openForm({ ...act, number: issueIn(value), purpose: 'edit' }))
