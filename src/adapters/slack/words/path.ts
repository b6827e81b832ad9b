import type { About } from '#application/messages/message.ts'
import { pathOf } from '#domain/issue/path.ts'
import { departmentName } from './labels.ts'
import { shortSpan } from './time/durations.ts'

/** “Support → Billing”; undefined while no department was asked. */
export const pathInWords = ({ story, council }: Pick<About, 'story' | 'council'>): string | undefined => {
  const names = pathOf(story.timeline).map((stay) => departmentName(council, stay.department))
  return names.length === 0 ? undefined : names.join(' → ')
}

/** “Support 3 h → Billing 2 d”: how long it was with each, in wall time. */
export const pathWithTimes = ({ story, council, now }: About): string | undefined => {
  const end = story.issue.closedAt ?? now
  const told = pathOf(story.timeline).map(
    ({ department, from, to = end }) =>
      `${departmentName(council, department)} ${shortSpan(to.getTime() - from.getTime())}`,
  )
  return told.length === 0 ? undefined : told.join(' → ')
}
