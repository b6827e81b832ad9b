import type { Reason, ReminderItem } from '#application/messages/reminders.ts'
import type { Consult } from '#domain/issue/consult-facts.ts'
import { consultIn } from '#domain/reminders/consults.ts'
import { departmentName } from '../labels.ts'
import { somebody, somebodyFirst, withDepartment } from '../people.ts'
import { span } from '../time/durations.ts'

/** The consult that a reminder is about, while it is open. */
export const consultOf = ({ story }: Pick<ReminderItem, 'story'>, { state }: Reason): Consult | undefined =>
  story.issue.consults.find(({ id }) => id === consultIn(state))

const asksAnother = ({ state }: Reason): boolean => state.endsWith('|owner') || state.endsWith('|chair')

/** Whether it is the owner, or the chair on their behalf, who has to do something about it. */
export const isForOwner = ({ state }: Pick<Consult, 'state'>, reason: Reason): boolean =>
  state === 'asked_back' || asksAnother(reason)

/** What is asked of the person who is reminded of a consult. */
export const consultReason = (item: ReminderItem, reason: Reason, person: string): string => {
  const { story, council, now } = item
  const consult = consultOf(item, reason)
  if (!consult) return ''
  const ago = span(now.getTime() - consult.since.getTime())
  const asked = withDepartment(item, consult.asked, consult.department)
  if (consult.state === 'asked_back') return `${asked} asked back ${ago} ago and needs your answer to go on.`
  const isHands = consult.kind === 'hands'
  if (isForOwner(consult, reason))
    return `${asked} ${isHands ? 'was asked to lend a hand' : 'was asked'} ${ago} ago, and nobody has answered. Ask somebody else, or go on without.`
  const asker = somebodyFirst(story, story.issue.owner ?? consult.askedBy)
  const what = isHands ? 'to lend a hand' : 'something'
  return consult.asked === person
    ? `${asker} asked you ${what} ${ago} ago and waits for your answer. ${asker} answers for the issue all the while.`
    : `${asker} asked ${somebody(story, consult.asked)} ${what} ${ago} ago, and nobody has answered. Can you, or somebody of ${departmentName(council, consult.department)}?`
}
