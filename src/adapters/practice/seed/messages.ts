import type { MessageSeed } from '../options.ts'
import { CHANNELS, PEOPLE } from './ids.ts'

/** What people have written before the newcomer looks in: a few customer problems worth flagging. */
export const seedMessages: MessageSeed[] = [
  {
    channel: CHANNELS.general,
    user: PEOPLE.chloe,
    minutesAgo: 190,
    text: 'Morning all. Our council meets on Monday; if a customer problem is going in circles, flag it.',
  },
  {
    channel: CHANNELS.support,
    user: PEOPLE.anna,
    minutesAgo: 95,
    text: 'Nordwind called again: "We were charged twice for March." They have the invoice number ready.',
  },
  {
    channel: CHANNELS.support,
    user: PEOPLE.jonas,
    minutesAgo: 70,
    text: 'Kestrel cannot sign in since the update; third ticket this week. Is that us or @ravi?',
  },
  { channel: CHANNELS.support, user: PEOPLE.guest, minutesAgo: 61, text: 'I can help with the Kestrel screenshots.' },
  {
    channel: CHANNELS.sales,
    user: PEOPLE.mia,
    minutesAgo: 50,
    text: 'Alto was promised a call about their renewal & nobody rang them. Discount > 10 % needs an approval, I think?',
  },
  {
    channel: CHANNELS.billing,
    user: PEOPLE.ben,
    minutesAgo: 42,
    text: 'Small refunds are stuck in approval again (four customers waiting).',
  },
  {
    channel: CHANNELS.product,
    user: PEOPLE.dina,
    minutesAgo: 35,
    text: 'Export button is back in the next release, see https://example.com/roadmap',
  },
  { channel: CHANNELS.it, user: PEOPLE.otherBot, minutesAgo: 30, text: 'Deployed identity-service 4.2.1 :rocket:' },
  {
    channel: CHANNELS.escalations,
    user: PEOPLE.omar,
    minutesAgo: 25,
    text: 'Confidential: Helios threatens to leave because of the data incident.',
  },
  { channel: CHANNELS.nordwind, user: PEOPLE.stranger, minutesAgo: 20, text: 'Hi, any news about our double charge?' },
  { channel: CHANNELS.random, user: PEOPLE.jonas, minutesAgo: 10, text: 'Cake in the kitchen.' },
]
