import type { PersonSeed } from '../options.ts'

export type Person = Required<
  Pick<
    PersonSeed,
    | 'id'
    | 'name'
    | 'realName'
    | 'title'
    | 'tz'
    | 'teamId'
    | 'isAdmin'
    | 'isOwner'
    | 'isBot'
    | 'isRestricted'
    | 'isUltraRestricted'
    | 'isStranger'
    | 'deleted'
    | 'status'
  >
> & { displayName: string; email: string; botId: string | undefined; updated: number }

/** A person of the seed with every default filled in. */
export function personFrom(seed: PersonSeed, teamId: string, updated: number): Person {
  return {
    title: '',
    tz: 'Europe/Berlin',
    teamId,
    isAdmin: false,
    isOwner: false,
    isBot: false,
    isRestricted: false,
    isUltraRestricted: false,
    isStranger: false,
    deleted: false,
    status: { text: '', emoji: '', expiration: 0 },
    email: `${seed.name}@example.com`,
    ...seed,
    displayName: seed.displayName ?? seed.realName,
    botId: seed.isBot ? `B${seed.id.slice(1)}` : undefined,
    updated,
  }
}

/** The name a reader sees beside a message. */
export function shownName(person: Person): string {
  return person.displayName || person.realName || person.name
}
