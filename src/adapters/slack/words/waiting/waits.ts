import type { About } from '#application/messages/message.ts'
import { isWithheld } from '#domain/issue/issue.ts'
import type { Wait, WaitCause } from '#domain/issue/wait.ts'
import { oneLine } from '../../blocks/kit/text.ts'
import { lastOf } from '../issue.ts'
import { departmentName } from '../labels.ts'
import { zoneOf } from '../people.ts'
import { day } from '../time/dates.ts'

/** What one may wait on, as it is chosen, with what belongs to it. */
export const waitLabels: Readonly<Record<WaitCause, string>> = {
  customer: 'The customer',
  department: 'A department',
  approval: 'An approval',
  vendor: 'A vendor',
}

/** What belongs to each choice, in a line. */
export const waitMeanings: Readonly<Record<WaitCause, string>> = {
  customer: 'They have to answer or send something first.',
  department: 'Another one has to do its part first.',
  approval: 'Somebody has to say yes first.',
  vendor: 'Another company has to act first.',
}

const phrases: Readonly<Record<WaitCause, string>> = {
  customer: 'the customer',
  department: 'another department',
  approval: 'an approval',
  vendor: 'a vendor',
}

/** “the customer”, “Billing”: what is waited on, in the middle of a sentence. */
export const waitedOn = ({ on, department }: Pick<Wait, 'on' | 'department'>, { council }: Pick<About, 'council'>) =>
  on === 'department' && department !== undefined ? departmentName(council, department) : phrases[on]

/** What was written about the wait, unless the reader may not see it. */
const wordsOf = ({ story }: About, reader: 'channel' | 'person'): string =>
  reader === 'channel' && isWithheld(story.issue) ? '' : oneLine(lastOf(story, 'waiting_started')?.words?.text ?? '')

/** “Waiting on the customer since Tuesday: Which invoice? Wakes up on Friday.”; empty while it waits on nothing. */
export const waitSentence = (about: About, reader: 'channel' | 'person'): string => {
  const { story, council, now, readerZone } = about
  const { wait, department } = story.issue
  if (!wait) return ''
  const zone = reader === 'person' && readerZone !== undefined ? readerZone : zoneOf(council, department)
  const words = wordsOf(about, reader)
  const begun = `Waiting on ${waitedOn(wait, about)} since ${day(zone, wait.since, now)}`
  const said = words === '' ? begun : `${begun}: “${words}”`
  if (wait.until === undefined) return `${said}.`
  return wait.until > now
    ? `${said}; wakes up on ${day(zone, wait.until, now)}.`
    : `${said}; was to wake up on ${day(zone, wait.until, now)}.`
}
