import type { PersonId } from './council.ts'

/** What Slack says a person is here. `stranger`: of another workspace, met in a shared channel: perhaps the customer. */
export type PersonKind = 'member' | 'guest' | 'stranger' | 'bot' | 'deactivated'

export type Person = {
  readonly id: PersonId
  readonly name: string
  readonly kind: PersonKind
  /** A workspace admin or owner. */
  readonly admin: boolean
  /** IANA time zone of their Slack profile. */
  readonly timeZone: string
  /** The end of a Slack status that has one. */
  readonly awayUntil?: Date
}

/** What somebody is called everywhere once they were erased. */
export const erasedName = 'Someone who left'

/** Able to take an issue now: a full member who is not away. */
export const isReachable = (person: Person | undefined, now: Date): boolean =>
  person !== undefined && person.kind === 'member' && !(person.awayUntil !== undefined && person.awayUntil > now)
