import type { ChannelSeed } from '../options.ts'
import { BOT, CHANNELS, FOREIGN_TEAM, PEOPLE } from './ids.ts'

const P = PEOPLE
const COUNCIL = [P.chloe, P.omar, P.lou, P.felix, P.carla, P.ravi, P.anna]
const STAFF = Object.values(PEOPLE).filter(
  (id) => ![P.guest, P.stranger, P.deactivated, P.otherBot].includes(id as never),
)

const all: ChannelSeed[] = [
  { id: CHANNELS.general, name: 'general', isGeneral: true, topic: 'Company-wide', members: [...STAFF, BOT] },
  {
    id: CHANNELS.council,
    name: 'cx-council',
    topic: 'Every customer issue has one owner',
    members: [...COUNCIL, P.grace, BOT],
  },
  {
    id: CHANNELS.support,
    name: 'support',
    members: [P.anna, P.omar, P.jonas, P.guest, P.ben, P.chloe, P.otherBot, BOT],
  },
  { id: CHANNELS.billing, name: 'billing', members: [P.ben, P.lou, P.tom, P.anna, P.chloe, BOT] },
  { id: CHANNELS.sales, name: 'sales', members: [P.mia, P.felix, P.chloe, BOT] },
  { id: CHANNELS.product, name: 'product', members: [P.carla, P.dina, P.chloe, BOT] },
  { id: CHANNELS.it, name: 'it', members: [P.ravi, P.ivo, P.sana, P.otherBot, BOT] },
  { id: CHANNELS.escalations, name: 'escalations', isPrivate: true, members: [P.omar, P.lou, P.chloe, P.anna, BOT] },
  { id: CHANNELS.leadership, name: 'leadership', isPrivate: true, members: [P.grace, P.chloe, P.felix] },
  {
    id: CHANNELS.nordwind,
    name: 'x-nordwind',
    sharedWith: [FOREIGN_TEAM],
    members: [P.anna, P.felix, P.stranger, BOT],
  },
  { id: CHANNELS.random, name: 'random', members: [P.anna, P.ben, P.jonas, P.mia, P.dina] },
]

/** The channels of the practice workspace. */
export function seedChannels(): ChannelSeed[] {
  return all.map((channel) => ({ ...channel, members: [...channel.members] }))
}
