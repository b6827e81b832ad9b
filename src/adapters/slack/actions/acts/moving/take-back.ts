import type { ActListener } from '../../../listener.ts'
import { handoverIn } from '../../values.ts'

/** *Take back*: the handover is off, and nobody else has to act. */
export const takeBack: ActListener = ({ act, value }, { useCases }) =>
  useCases.takeBackHandover({ ...act, ...handoverIn(value) })
