import type { Message } from './message.ts'
import { hasOpenItems } from './reminders.ts'

/** True when a message need not be sent at all any more: what it would ask for has been settled meanwhile. */
export const isObsolete = (message: Message): boolean => {
  switch (message.kind) {
    case 'ask':
    case 'handover':
    case 'pass':
    case 'consult':
    case 'ask_first':
    case 'first_answer':
    case 'departure':
    case 'route':
    case 'council_ask':
    case 'decision':
    case 'speak':
      return !message.open
    case 'mine':
      return message.open === 'no'
    case 'reminders':
      return !message.newest || message.items.every(({ reasons }) => reasons.length === 0)
    case 'pointer':
      return true
    default:
      return false
  }
}

/** True while a message may still have to change. */
export const staysLive = (message: Message): boolean => {
  switch (message.kind) {
    case 'card':
      return true
    case 'pointer':
      return message.to === undefined
    case 'ask':
    case 'handover':
    case 'pass':
    case 'consult':
    case 'consult_news':
    case 'ask_first':
    case 'first_answer':
    case 'departure':
    case 'route':
    case 'council_ask':
    case 'council_note':
    case 'decision':
    case 'speak':
    case 'returned':
      return message.open
    case 'mine':
      return message.open !== 'no'
    case 'reminders':
      return hasOpenItems(message)
    case 'receipt':
      return message.story.issue.state !== 'withdrawn'
    case 'news':
      return message.mayClose
    default:
      return false
  }
}
