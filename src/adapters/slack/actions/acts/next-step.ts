import type { ActListener } from '../../listener.ts'
import { issueIn } from '../values.ts'

const on =
  (day: 'today' | 'tomorrow' | 'friday'): ActListener =>
  ({ act, value }, { useCases }) =>
    useCases.setNextStep({ ...act, number: issueIn(value), day })

/** *Today*, *Tomorrow*, *Friday*: the owner commits to a next step by that day. */
export const nextStepToday = on('today')
export const nextStepTomorrow = on('tomorrow')
export const nextStepFriday = on('friday')
