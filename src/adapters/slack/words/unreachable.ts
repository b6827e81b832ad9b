import type { Message } from '#application/messages/message.ts'
import { nameIn } from './issue.ts'

type Call = Extract<Message, { kind: 'call' }>
type Closed = Extract<Message, { kind: 'place_closed' }>

const steps: Readonly<Record<Call['to'], (issue: string) => string>> = {
  claim: (issue) => `can you take ${issue}? Press Claim on its card, or Not ours.`,
  accept: (issue) => `you are asked to take ${issue} over. Open my Home tab and press Accept.`,
  answer: (issue) => `you are asked about ${issue}. Open my Home tab to answer.`,
  answer_question: (issue) =>
    `you are asked something about the handover of ${issue}. Open my Home tab and press Answer.`,
  route: (issue) => `${issue} needs a department. Open my Home tab and press Route.`,
}

/** What somebody is called to do, and why they are called in a channel. */
export const called = ({ to, story }: Call): string =>
  `${steps[to](nameIn(story))} I could not send you a direct message.`

const isPerson = (place: string): boolean => /^[UW]/.test(place)

const channelReasons: Readonly<Record<string, string>> = {
  not_in_channel: 'I am not in it. Invite me there: /invite @council',
  is_archived: 'it is archived. Unarchive it, or name another channel in the council file',
  channel_not_found:
    'I cannot find it: it is gone, or private without me. Invite me there (/invite @council), or name another channel in the council file',
}

const channelElse = 'only some may post there. Let me post in it, or name another channel in the council file'

/** That a channel or person takes no messages of the bot, what happens meanwhile, and what to do. */
export const closedPlace = ({ place, reason, name }: Closed): string =>
  isPerson(place)
    ? `I cannot send ${name ?? 'somebody whom the council file names'} direct messages. What they are asked stands in the cards’ threads meanwhile. If they have left, name somebody else in the council file.`
    : `I cannot post in ${name === undefined ? 'a channel that the council file names' : `#${name}`}: ${channelReasons[reason] ?? channelElse}. What belongs there goes elsewhere meanwhile: cards to the council’s channel.`
