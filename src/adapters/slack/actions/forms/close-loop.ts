import type { FormListener } from '../../listener.ts'
import { closeView } from '../../views/close.ts'
import { issueIn } from '../values.ts'

/** *Close the loop* asks what the customer was told. */
export const closeLoop: FormListener = async ({ act, value }, { useCases }) => {
  const opened = await useCases.openForm({ ...act, number: issueIn(value), purpose: 'close' })
  return closeView({ ...opened, person: act.person })
}
