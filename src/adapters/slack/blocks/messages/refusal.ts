import type { Message } from '#application/messages.ts'
import { type Names, refusalSentence } from '../../words/refusals.ts'
import { line, text } from '../kit/rich.ts'
import { message, type Rendered } from '../kit/shown.ts'

/** Why something was not done, for one person's eyes. */
export const renderRefusal = (refusal: Extract<Message, { kind: 'refusal' }>, names: Names = {}): Rendered =>
  message(text(line(refusalSentence(refusal, names) ?? '')))
