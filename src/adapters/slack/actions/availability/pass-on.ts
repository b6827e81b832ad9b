import type { FormListener } from '../../listener.ts'
import { passView } from '../../views/availability/pass-on.ts'
import { issueIn } from '../values.ts'

/** *Pass to a colleague* opens the form. */
export const passOn: FormListener = async ({ act, value }, { useCases }) =>
  passView(await useCases.openPassForm({ ...act, number: issueIn(value) }))
