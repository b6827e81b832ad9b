import type { Message } from '#application/messages/message.ts'
import { somebody } from '../../words/people.ts'
import { called } from '../../words/unreachable.ts'
import { line, text } from '../kit/rich.ts'
import { message, type Rendered } from '../kit/shown.ts'

type Call = Extract<Message, { kind: 'call' }>

/** Pings, in the thread of the card, somebody who takes no direct messages; it repeats nobody's words. */
export const renderCall = (call: Call): Rendered =>
  message(text(line({ ping: call.person, name: somebody(call.story, call.person) }, `, ${called(call)}`)))
