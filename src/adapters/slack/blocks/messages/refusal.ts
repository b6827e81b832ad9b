import type { Message } from '#application/messages/message.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { line, text } from '../kit/rich.ts'
import { message, type Rendered } from '../kit/shown.ts'

/** Why something was not done, for one person's eyes. */
export const renderRefusal = (refusal: Extract<Message, { kind: 'refusal' }>): Rendered => {
  const named = (key: string): string | undefined => refusal.names[key]
  return message(text(line(refusalSentence(refusal, { person: named, department: named }) ?? '')))
}
