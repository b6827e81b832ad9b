import type { About } from '#application/messages/message.ts'
import type { Closing } from '#domain/issue/issue.ts'
import { somebody } from './people.ts'
import { day } from './time/dates.ts'
import { counted } from './time/durations.ts'

/** How the loop was closed: who told the customer and when, or that they could not be told, and what they said. */
export const closedSentence = (closing: Closing, { story, council, now }: About): string => {
  const customer = story.customerName ?? 'The customer'
  const on = day(council.calendar.timeZone, closing.at, now)
  const first =
    closing.outcome === 'told'
      ? `${customer} was told on ${on} by ${somebody(story, closing.by)}.`
      : `${customer} could not be told, after ${counted(closing.attempts, 'attempt')}, the last on ${on}.`
  const again = { yes: ' They had to explain it again.', no: ' They did not have to explain it again.', not_asked: '' }
  const satisfied = closing.satisfaction === undefined ? '' : ` Satisfaction: ${closing.satisfaction} of 5.`
  return `${first}${again[closing.explainedAgain]}${satisfied}`
}
