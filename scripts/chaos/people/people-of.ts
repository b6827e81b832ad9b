import type { PracticeWorkspace } from '#adapters/practice/practice-workspace.ts'
import { createChance } from '../chance.ts'
import type { Flag, Person } from './person.ts'

const kindOf = (person: { isBot: boolean; isStranger: boolean; isRestricted: boolean }): Person['kind'] => {
  if (person.isBot) return 'bot'
  return person.isStranger ? 'stranger' : person.isRestricted ? 'guest' : 'member'
}

/** Everybody who can act where the bot is. */
export const peopleOf = (slack: PracticeWorkspace, seed: number, tally: Person['tally'], flags: Flag[]): Person[] =>
  [...slack.world.people.values()]
    .filter(({ id, deleted }) => !deleted && id !== slack.world.bot.id)
    .map((person) => ({
      slack,
      actor: slack.as(person.id),
      channels: [...slack.world.channels.values()]
        .filter(({ members }) => members.has(person.id) && members.has(slack.world.bot.id))
        .map(({ id }) => id),
      chance: createChance(seed, person.id),
      tally,
      flags,
      kind: kindOf(person),
    }))
    .filter(({ channels }) => channels.length > 0)
