import type { PracticeOptions } from './options.ts'
import { seedChannels } from './seed/channels.ts'
import { APP, BOT, PEOPLE, TEAM } from './seed/ids.ts'
import { seedMessages } from './seed/messages.ts'
import { seedPeople } from './seed/people.ts'

/** A workspace with five departments and people of each kind, with tokens and a secret of its own. */
export function practiceSeed(now = Date.now()) {
  return {
    team: { id: TEAM, name: 'Practice', domain: 'practice' },
    appId: APP,
    botUser: { id: BOT, name: 'council' },
    botToken: 'xoxb-practice',
    appToken: 'xapp-practice',
    signingSecret: 'practice-signing-secret',
    people: seedPeople(now),
    channels: seedChannels(),
    messages: seedMessages,
    usergroups: [
      {
        id: 'S0BILLING',
        handle: 'billing-team',
        name: 'Billing team',
        users: [PEOPLE.ben, PEOPLE.lou, PEOPLE.tom] as string[],
      },
    ],
  } satisfies PracticeOptions
}
