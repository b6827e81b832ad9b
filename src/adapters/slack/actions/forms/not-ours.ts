import type { FormListener } from '../../listener.ts'
import { notOursView } from '../../views/not-ours.ts'
import { issueIn } from '../values.ts'

/** *Not ours* asks whose it is instead. */
export const notOurs: FormListener = async ({ act, value }, { useCases }) =>
  notOursView(await useCases.openForm({ ...act, number: issueIn(value), purpose: 'not_ours' }))
