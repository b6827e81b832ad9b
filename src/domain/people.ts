import type { PersonId } from './council.ts'

/** What Slack says a person is here. `stranger`: of another workspace, met in a shared channel: perhaps the customer. */
export type PersonKind = 'member' | 'guest' | 'stranger' | 'bot' | 'deactivated'

/** A time in which somebody does not work: until then, or without an end that is known. */
export type Absence = {
  readonly since: Date
  readonly until?: Date
  /** Who is asked in their place. */
  readonly cover?: PersonId
}

export type Person = {
  readonly id: PersonId
  readonly name: string
  /** What one types behind an @ for them. */
  readonly handle?: string
  readonly kind: PersonKind
  /** A workspace admin or owner. */
  readonly admin: boolean
  /** IANA time zone of their Slack profile. */
  readonly timeZone: string
  /** The end of a Slack status that has one. */
  readonly awayUntil?: Date
  /** When we first heard of that status. */
  readonly awaySince?: Date
  /** What they last said of being away themselves. */
  readonly absence?: Absence
}

/** Of a status whose beginning nobody noted: always the same, so that it stays one absence. */
const longAgo = new Date(0)

const ofStatus = ({ awayUntil, awaySince }: Person, now: Date): Absence | undefined =>
  awayUntil !== undefined && awayUntil > now ? { since: awaySince ?? longAgo, until: awayUntil } : undefined

const earlier = (a: Date, b: Date): Date => (a < b ? a : b)
const later = (a: Date, b: Date): Date => (a > b ? a : b)

const together = (said: Absence, status: Absence): Absence => {
  const { until, ...open } = { ...said, since: earlier(said.since, status.since) }
  return until === undefined || status.until === undefined ? open : { ...open, until: later(until, status.until) }
}

/** The absence that runs now: what they said, their Slack status, or both, which then last as long as the longer one. */
export const absenceAt = (person: Person, now: Date): Absence | undefined => {
  const said = person.absence && (person.absence.until === undefined || person.absence.until > now)
  const own = said === true ? person.absence : undefined
  const status = ofStatus(person, now)
  return own && status ? together(own, status) : (own ?? status)
}

/** What somebody is called everywhere once they were erased. */
export const erasedName = 'Someone who left'

/** Able to take an issue now: a full member who is not away. */
export const isReachable = (person: Person | undefined, now: Date): boolean =>
  person !== undefined && person.kind === 'member' && absenceAt(person, now) === undefined
