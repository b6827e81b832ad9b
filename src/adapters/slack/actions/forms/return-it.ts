import type { FormListener } from '../../listener.ts'
import { returnView } from '../../views/return-it.ts'
import { handoverIn } from '../values.ts'

/** *Return it* asks for the reason. */
export const returnIt: FormListener = async ({ act, value }, { useCases }) => {
  const { number, handover } = handoverIn(value)
  return returnView({ ...(await useCases.openForm({ ...act, number, purpose: 'return' })), handover })
}
