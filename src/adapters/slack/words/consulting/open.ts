import type { About } from '#application/messages/message.ts'
import type { Consult } from '#domain/issue/consult-facts.ts'
import { somebodyFirst, withDepartment, zoneOf } from '../people.ts'
import { dayAndTime } from '../time/dates.ts'

/** Who is asked or helps, and since when. */
export const consultSaid = (consult: Consult, about: About): string => {
  const { story, council, now, readerZone } = about
  const who = withDepartment(about, consult.asked, consult.department)
  const since = dayAndTime(readerZone ?? zoneOf(council, story.issue.department), consult.since, now)
  if (consult.state === 'helping') return `${who} helps since ${since}.`
  if (consult.state === 'asked_back')
    return `${who} asked back on ${since} and waits for ${story.issue.owner === undefined ? 'an owner' : somebodyFirst(story, story.issue.owner)}.`
  return consult.kind === 'hands' ? `${who} is asked to lend a hand since ${since}.` : `${who} is asked since ${since}.`
}
