import type { FormListener } from '../../listener.ts'
import { handOverView } from '../../views/hand-over.ts'
import { issueIn } from '../values.ts'

/** *Hand over or consult* opens the form of a handover. */
export const handOver: FormListener = async ({ act, value }, { useCases }) =>
  handOverView(await useCases.openForm({ ...act, number: issueIn(value), purpose: 'hand_over' }))
