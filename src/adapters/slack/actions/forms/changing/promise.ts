import type { FormListener } from '../../../listener.ts'
import { promiseView } from '../../../views/changing/promise.ts'
import { issueIn } from '../../values.ts'

/** *Promise to the customer* asks what, and by when. */
export const promise: FormListener = async ({ act, value }, { useCases }) =>
  promiseView(await useCases.openForm({ ...act, number: issueIn(value), purpose: 'promise' }))
