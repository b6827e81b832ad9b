import type { Message } from '#application/messages/message.ts'
import { nameIn } from '../../words/issue.ts'
import { departmentName } from '../../words/labels.ts'
import { line, text } from '../kit/rich.ts'
import { message, type Rendered } from '../kit/shown.ts'

type Pointer = Extract<Message, { kind: 'pointer' }>

/** An older card: one line saying where the issue went. */
export const renderPointer = ({ story, council, to }: Pointer): Rendered => {
  const { department, routeBy } = story.issue
  const where = department === undefined || routeBy !== undefined ? 'the chair' : departmentName(council, department)
  const went = `${nameIn(story)} went on to ${where}. `
  return message(text(to === undefined ? line(went.trim()) : line(went, { link: 'Its card is there now.', url: to })))
}
