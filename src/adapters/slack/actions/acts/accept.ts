import type { ActListener } from '../../listener.ts'
import { handoverIn } from '../values.ts'

/** *Accept*: accountability moves to the person. */
export const accept: ActListener = ({ act, value }, { useCases }) =>
  useCases.acceptHandover({ ...act, ...handoverIn(value) })
