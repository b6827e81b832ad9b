import type { FormListener } from '../../listener.ts'
import { showWay } from '../consulting/show-way.ts'
import { issueIn } from '../values.ts'

/** *Hand over or consult* opens with the way that keeps the issue where it is. */
export const handOver: FormListener = ({ act, value }, deps) =>
  showWay(deps, { ...act, number: issueIn(value), way: 'consult' })
