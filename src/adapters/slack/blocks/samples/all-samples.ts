import type { KnownBlock, View } from '@slack/types'
import { shareCustomerView } from '../../views/share-customer.ts'
import { renderAnswer, renderHelp, renderShow } from '../answers.ts'
import { renderBounces } from '../bounces/bounces.ts'
import { renderCustomer } from '../customers/customer.ts'
import { renderHistory } from '../history.ts'
import { renderList, renderMineList } from '../list.ts'
import { renderMessage } from '../render-message.ts'
import { sampleBounces } from './bounces/bounces.ts'
import { sampleCouncil as council, sampleWords } from './council.ts'
import { sampleCustomer, sampleSides } from './customers/customer.ts'
import { sampleLives } from './lives.ts'
import { sampleMessages } from './messages.ts'
import { sampleLines, sampleViews } from './views.ts'

/** Something that the bot shows, made of invented words, and a name for it. */
export type Sample = {
  readonly name: string
  readonly shown: { readonly view: View } | { readonly blocks: readonly KnownBlock[] }
}

/** One sample of everything that the bot shows: each message, answer, form and tab. */
export const allSamples = (): readonly Sample[] => {
  const { moved, erased } = sampleLives()
  const list = { council, lines: sampleLines(), more: true, now: moved.now }
  const answers = {
    '/cx list': renderList(list),
    '/cx mine': renderMineList(list),
    '/cx show': renderShow(moved),
    '/cx show history': renderHistory(erased, 1),
    '/cx show erased': renderShow(erased),
    '/cx customer': renderCustomer(sampleCustomer(), 'Nordwind'),
    '/cx bounces': renderBounces(sampleBounces()),
    '/cx help': renderHelp(council.rules.reactions.flag),
    answer: renderAnswer(sampleWords),
  }
  return [
    ...sampleMessages().map((message) => ({ name: message.kind, shown: renderMessage(message) })),
    ...Object.entries(answers).map(([name, shown]) => ({ name, shown })),
    { name: 'shareCustomerView', shown: { view: shareCustomerView(sampleSides()) } },
    ...Object.entries(sampleViews()).map(([name, view]) => ({ name, shown: { view } })),
  ]
}
