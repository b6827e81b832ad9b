import type { FormListener } from '../../listener.ts'
import { reopenView } from '../../views/reopen.ts'
import { issueIn } from '../values.ts'

/** *Reopen* asks what is still wrong. */
export const reopen: FormListener = async ({ act, value }, { useCases }) =>
  reopenView(await useCases.openForm({ ...act, number: issueIn(value), purpose: 'reopen' }))
