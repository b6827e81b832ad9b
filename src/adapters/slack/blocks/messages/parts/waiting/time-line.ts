import type { About } from '#application/messages/message.ts'
import { timeSpent, workingTimeSpent } from '../../../../words/time/spent.ts'
import { muted } from '../../../kit/plain.ts'
import type { Shown } from '../../../kit/shown.ts'

/** How much of it a card has room for. */
const mostOnCard = 4

/** Where the time of an issue went, once there is something to tell. */
export const timeLine = (about: About): Shown | undefined => {
  const said = timeSpent(about, mostOnCard)
  return said === undefined ? undefined : muted(said)
}

/** All of it, in wall time and in working time. */
export const timeLines = (about: About): readonly Shown[] =>
  [timeSpent(about, Number.POSITIVE_INFINITY), workingTimeSpent(about)]
    .filter((said) => said !== undefined)
    .map((said) => muted(said))
