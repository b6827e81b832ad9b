import type { ActListener } from '../../listener.ts'
import { readable } from '../../listener.ts'
import { parseSnoozeValue } from '../../values.ts'

/** A choice of *Snooze*: what the person was reminded of about the issue comes again later. */
export const snooze: ActListener = ({ act, choice }, { useCases }) => {
  const { issue: number, snooze: put } = readable(parseSnoozeValue(choice))
  return useCases.snoozeReminders({ ...act, number, snooze: put })
}
