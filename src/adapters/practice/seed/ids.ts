/** Ids of the practice workspace, to be used in a council file and in tests. */
export const TEAM = 'T0PRACTICE'
export const FOREIGN_TEAM = 'T0NORDWIND'
export const APP = 'A0COUNCIL'
export const BOT = 'U0COUNCILBOT'

export const CHANNELS = {
  general: 'C0GENERAL',
  council: 'C0COUNCIL',
  support: 'C0SUPPORT',
  billing: 'C0BILLING',
  sales: 'C0SALES',
  product: 'C0PRODUCT',
  it: 'C0IT',
  /** Private; the bot is a member. */
  escalations: 'C0ESCALATE',
  /** Private; the bot is no member. */
  leadership: 'C0LEADERS',
  /** Slack Connect, with people of Nordwind. */
  nordwind: 'C0XNORDWIND',
  /** Public; the bot is no member. */
  random: 'C0RANDOM',
} as const

export const PEOPLE = {
  anna: 'U0ANNA',
  omar: 'U0OMAR',
  jonas: 'U0JONAS',
  ben: 'U0BEN',
  lou: 'U0LOU',
  mia: 'U0MIA',
  felix: 'U0FELIX',
  carla: 'U0CARLA',
  dina: 'U0DINA',
  ivo: 'U0IVO',
  sana: 'U0SANA',
  chloe: 'U0CHLOE',
  ravi: 'U0RAVI',
  grace: 'U0GRACE',
  /** Away since yesterday, back in a week. */
  tom: 'U0TOM',
  /** Single-channel guest in #support. */
  guest: 'U0GUEST',
  /** Works for the customer Nordwind, seen through Slack Connect. */
  stranger: 'U0STRANGER',
  /** Left the company. */
  deactivated: 'U0GONE',
  otherBot: 'U0DEPLOYBOT',
} as const
