import type { About } from '#application/messages/message.ts'
import type { IssueStory, TimelineEntry } from '#application/read-models.ts'
import { endedSentence } from '../ended.ts'
import { nameIn } from '../issue.ts'
import { departmentName } from '../labels.ts'
import { somebody, somebodyFirst } from '../people.ts'
import { tell } from '../timeline.ts'

const endings = new Set<TimelineEntry['kind']>([
  'handover_accepted',
  'handover_returned',
  'handover_cancelled',
  'handover_expired',
  'handover_taken_back',
])

const endOf = ({ timeline }: IssueStory, id: string): TimelineEntry | undefined =>
  timeline.find((entry) => endings.has(entry.kind) && 'id' in entry && entry.id === id)

/** How a handover ended, for those who were asked to accept it. */
export const handoverEnding = (about: About, id: string): string => {
  const { story, council } = about
  const name = nameIn(story)
  const end = endOf(story, id)
  switch (end?.kind) {
    case 'handover_accepted':
      return `${somebodyFirst(story, end.owner)} accepted ${name}.`
    case 'handover_returned':
      return `${somebodyFirst(story, end.actor)} returned ${name} to ${departmentName(council, end.from)}.`
    case 'handover_cancelled':
      return `${name} was ${end.why}; nothing is left to accept.`
    case 'handover_expired':
      return `Nobody answered in time, so ${name} stays with ${departmentName(council, end.from)}. If it is yours after all, tell ${somebody(story, story.issue.owner)}.`
    case 'handover_taken_back':
      return `${tell(end, about)} Nothing is left to do for you with ${name}.`
    default:
      return `Nothing is left to accept. ${endedSentence(about)}`
  }
}
