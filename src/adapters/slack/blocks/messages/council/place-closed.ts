import type { Message } from '#application/messages/message.ts'
import { closedPlace } from '../../../words/unreachable.ts'
import { line, text } from '../../kit/rich.ts'
import { message, type Rendered } from '../../kit/shown.ts'

/** Tells the council that a place takes no messages, and what to do. */
export const renderPlaceClosed = (closed: Extract<Message, { kind: 'place_closed' }>): Rendered =>
  message(text(line(closedPlace(closed))))
