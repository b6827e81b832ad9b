import type { FormListener } from '../../listener.ts'
import { consultOn } from '../values.ts'
import { showWay } from './show-way.ts'

/** *Consult again*: the form, with the person who was asked before. */
export const consultAgain: FormListener = ({ act, value }, deps) => {
  const { number, consult: again } = consultOn(value)
  return showWay(deps, { ...act, number, way: 'consult', again })
}

/** *Ask somebody else*: the same question or need, and somebody else of that department. */
export const askOther: FormListener = ({ act, value }, deps) => {
  const { number, consult: insteadOf } = consultOn(value)
  return showWay(deps, { ...act, number, insteadOf })
}

/** *Ask for hands*, after somebody could not help. */
export const askHands: FormListener = ({ act, value }, deps) => {
  const { number, consult: again } = consultOn(value)
  return showWay(deps, { ...act, number, way: 'hands', again })
}
