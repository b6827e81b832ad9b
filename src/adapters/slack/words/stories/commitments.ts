import type { About } from '#application/messages/message.ts'
import { shortened } from '../../blocks/kit/text.ts'
import { lastOf, nextStepWords } from '../issue.ts'
import { zoneOf } from '../people.ts'
import { dayAndTime, dayUntil } from '../time/dates.ts'

/** How much of a promise is repeated in a sentence. */
const mostQuoted = 300

type Told = Pick<About, 'story' | 'council' | 'now'>

/** “Next step by Friday.”, “Next: refund sent, by Friday.”, or that its day has passed; undefined while none was promised. */
export const nextStepSentence = ({ story, council, now }: Told): string | undefined => {
  const { nextStepBy, department } = story.issue
  if (nextStepBy === undefined) return undefined
  const when = dayUntil(zoneOf(council, department), nextStepBy, now)
  const what = nextStepWords(story)
  if (nextStepBy <= now)
    return what === undefined ? `The next step was due ${when}.` : `Next: ${what}; it was due ${when}.`
  return what === undefined ? `Next step by ${when}.` : `Next: ${what}, by ${when}.`
}

/** What the customer was promised, in the words of who promised it; undefined where nothing is. */
export const promiseWords = ({ story }: Pick<About, 'story'>): string | undefined => {
  const words = story.issue.promiseBy === undefined ? undefined : lastOf(story, 'promised')?.words?.text
  const said = words?.replaceAll(/\s+/g, ' ').trim()
  return said === undefined || said === '' ? undefined : shortened(said, mostQuoted)
}

/** What somebody would take over: the next step, and the promise to the customer. */
export const commitments = (about: Told): string => {
  const { promiseBy, department } = about.story.issue
  const next = nextStepSentence(about) ?? 'No next step is promised yet.'
  if (promiseBy === undefined) return next
  const when = dayAndTime(zoneOf(about.council, department), promiseBy, about.now)
  const what = promiseWords(about)
  return `${next} Promised to the customer by ${when}${what === undefined ? '' : `: "${what}"`}.`
}
