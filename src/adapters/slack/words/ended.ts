import type { About } from '#application/messages/message.ts'
import { issueName } from '#domain/issue/issue.ts'
import { lastOf, nameIn } from './issue.ts'
import { departmentName } from './labels.ts'
import { somebodyFirst, withDepartment } from './people.ts'
import { closedSentence } from './told.ts'

/** Where an issue is now, for somebody who need not act any more. */
export const endedSentence = (about: About): string => {
  const { story } = about
  const { state, owner, department, closing, mergedInto } = story.issue
  const name = nameIn(story)
  switch (state) {
    case 'withdrawn':
      return `${somebodyFirst(story, lastOf(story, 'withdrawn')?.actor)} withdrew ${name}.`
    case 'merged':
      return mergedInto === undefined ? `${name} goes on elsewhere.` : `${name} goes on in ${issueName(mergedInto)}.`
    case 'closed':
      return closing === undefined ? `${name} is closed.` : `${name} is closed. ${closedSentence(closing, about)}`
    case 'flagged':
      return `${name} needs an owner again.`
    default:
      return `${withDepartment(about, owner, department)} answers for ${name} now.`
  }
}

/** How an ask to claim ended: “Ben claimed CX-42.”, or where it went instead. */
export const askEnding = (about: About): string => {
  const { story, council } = about
  const { state, ask, owner, department, routeBy } = story.issue
  const name = nameIn(story)
  if (state === 'withdrawn' || state === 'merged') return endedSentence(about)
  if (state !== 'flagged') return `${somebodyFirst(story, lastOf(story, 'claimed')?.owner ?? owner)} claimed ${name}.`
  if (ask && department !== undefined && routeBy === undefined)
    return `${name} went on: ${somebodyFirst(story, ask.person)} (${departmentName(council, department)}) is asked now.`
  return routeBy === undefined
    ? `The council looks for an owner of ${name}.`
    : `${name} is with the chair, who chooses where it goes.`
}
