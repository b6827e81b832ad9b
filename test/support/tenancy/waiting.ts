import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import { row } from '#adapters/slack/blocks/kit/actions.ts'
import { stillWaitingButton } from '#adapters/slack/blocks/messages/parts/issue-buttons.ts'
import { fillIn, live, messageWith } from './lives.ts'
import { remind } from './remind.ts'
import type { Town } from './town.ts'

/** Ben waits, still waits, and moves again. */
export const waitAndMove = async (town: Town) => {
  const ben = town.as(PEOPLE.ben)
  const number = await live(town, { words: 'Waits for a while', customer: 'Nordwind', private: false }, 'waiting')
  await ben.press(await remind(town, row([stillWaitingButton(number)])), 'Still waiting')
  await fillIn(town, ben, {})
  const card = await messageWith(town, () => ben.messages(CHANNELS.billing), `CX-${number}`, 'Moving again')
  await ben.press(card, 'Moving again')
}
