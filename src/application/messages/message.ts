import type { Council, PersonId } from '#domain/council.ts'
import type { DomainErrorCode, ErrorDetails } from '#domain/errors.ts'
import type { Digest } from '#domain/week/digest.ts'
import type { LeftBehind } from '../departures.ts'
import type { IssueLine, IssueStory, TimelineEntry } from '../read-models.ts'
import type { ConsultMessage, ConsultSubject } from './consulting/consult-messages.ts'
import type { Choice, DecidingMessage, DecidingSubject } from './deciding/deciding.ts'
import type { MovingMessage, MovingSubject } from './moving/moving-message.ts'
import type { Destination, Standing } from './posting.ts'
import type { Reminders } from './reminders.ts'

/** What a message of the bot is about: ids and codes; what it says is worked out when it is sent. */
export type Subject =
  | ConsultSubject
  | MovingSubject
  /** The live card; an older card of the issue is a pointer to it. */
  | { readonly kind: 'card'; readonly card: number }
  /** A card that was left behind where it could not be changed: a pointer to the live one, as soon as it can. */
  | { readonly kind: 'left' }
  /** A line of the story in the card's thread. */
  | { readonly kind: 'story'; readonly seq: number }
  /** Asks a person to claim; `rung` is `first` or the rung of the ladder that was climbed. */
  | { readonly kind: 'ask'; readonly round: number; readonly rung: string; readonly person: PersonId }
  /** Tells the flagger or follower what became of the flag, and offers what they can add. */
  | { readonly kind: 'receipt'; readonly person: PersonId; readonly follower: boolean }
  /** A line in the receipt's thread. */
  | { readonly kind: 'news'; readonly seq: number; readonly person: PersonId }
  /** Asks the owner for the next step, and after the solution to close the loop. */
  | { readonly kind: 'mine'; readonly person: PersonId; readonly since: string }
  /** Asks a person of another department to accept. */
  | { readonly kind: 'handover'; readonly id: string; readonly person: PersonId; readonly seq: number }
  /** Asks a colleague of the same department to take it over. */
  | { readonly kind: 'pass'; readonly id: string; readonly person: PersonId; readonly seq: number }
  /** Tells lead and chair what was theirs who left a department, to give it to others. */
  | { readonly kind: 'departure'; readonly id: string; readonly person: PersonId }
  /** Tells the sender that a handover was returned. */
  | { readonly kind: 'returned'; readonly seq: number; readonly person: PersonId }
  /** Asks chair and deputy where an issue belongs. */
  | { readonly kind: 'route'; readonly seq: number; readonly person: PersonId }
  /** Tells the council's channel that nobody can be asked. */
  | { readonly kind: 'council_note'; readonly seq: number }
  | DecidingSubject
  /** The last rung: asks the council's channel for an owner. */
  | { readonly kind: 'council_ask'; readonly round: number }
  /** Seen by one person in a channel; best effort. */
  | {
      readonly kind: 'refusal'
      readonly person: PersonId
      readonly code: DomainErrorCode
      readonly details: ErrorDetails
    }
  | { readonly kind: 'digest'; readonly digest: Digest }
  /** All that waits for a person, in one message; what it is about is in the ledger. */
  | { readonly kind: 'reminders'; readonly person: PersonId }
  /** Calls a person who takes no direct messages to the card, in its thread: the one message there that pings. */
  | { readonly kind: 'call'; readonly person: PersonId; readonly to: CalledTo }
  /** Tells the council once that a channel or a person takes no messages of the bot, and why in Slack's word. */
  | { readonly kind: 'place_closed'; readonly place: string; readonly reason: string }

/** What somebody is called to do. */
export type CalledTo = 'claim' | 'accept' | 'route' | 'answer' | 'answer_question'

export type PostDraft = {
  readonly key: string
  readonly subject: Subject
  readonly issue?: number
  /** A channel or a person. */
  readonly place: string
  readonly threadOf?: string
  /** Kept up to date while the issue changes. */
  readonly live: boolean
}

export type Post = PostDraft & {
  readonly standing?: Standing
  /** When it was first sent without an answer that arrived, and where it was sent to last. */
  readonly attemptedAt?: Date
  readonly attemptedTo?: Destination
  /** How often it was sent. */
  readonly attempts: number
  readonly shown?: string
  readonly link?: string
  /** Its place takes no messages now: when it is tried there again. */
  readonly nextLookAt?: Date
}

/** An issue as a message tells of it. */
export type About = {
  readonly story: IssueStory
  readonly council: Council
  readonly now: Date
  /** For the flagger: an open issue of the same customer that may tell of the same. */
  readonly similar?: IssueLine
  /** For whoever decides: what the council can choose. */
  readonly choice?: Choice
  /** The time zone of the one person who reads it; the department's where many do. */
  readonly readerZone?: string
}

/**
 * What a message says, ready to be worded: `open` is true while its buttons can still be pressed; a message that is no
 * longer open says in one line how it ended.
 */
export type Message =
  | ConsultMessage
  | MovingMessage
  | ({ readonly kind: 'card' } & About)
  | ({ readonly kind: 'pointer'; readonly to?: string } & About)
  | ({ readonly kind: 'story'; readonly entry: TimelineEntry } & About)
  | ({
      readonly kind: 'ask'
      readonly open: boolean
      readonly rung: string
      readonly person: PersonId
      readonly answerBy?: Date
      readonly nextAsked?: PersonId
    } & About)
  | ({
      readonly kind: 'receipt'
      readonly person: PersonId
      readonly follower: boolean
      readonly mayWithdraw: boolean
      readonly mayAddDetails: boolean
    } & About)
  | ({ readonly kind: 'news'; readonly entry: TimelineEntry; readonly mayClose: boolean } & About)
  | ({
      readonly kind: 'mine'
      readonly open: 'next_step' | 'close' | 'no'
      readonly releasable: boolean
      /** They answer because they were named, and can say that they cannot. */
      readonly named: boolean
    } & About)
  | ({ readonly kind: 'handover'; readonly open: boolean; readonly entry: TimelineEntry } & About)
  | ({ readonly kind: 'pass'; readonly open: boolean; readonly entry: TimelineEntry } & About)
  | ({ readonly kind: 'departure' } & LeftBehind)
  | ({ readonly kind: 'returned'; readonly open: boolean; readonly entry: TimelineEntry } & About)
  | ({ readonly kind: 'route'; readonly open: boolean; readonly suggestions: readonly string[] } & About)
  | ({ readonly kind: 'council_note'; readonly open: boolean; readonly entry: TimelineEntry } & About)
  | ({ readonly kind: 'council_ask'; readonly open: boolean } & About)
  | DecidingMessage
  | {
      readonly kind: 'refusal'
      readonly person: PersonId
      readonly code: DomainErrorCode
      readonly details: ErrorDetails
      /** Of the people and departments that the details name, by id or key. */
      readonly names: Readonly<Record<string, string>>
    }
  | Reminders
  | ({ readonly kind: 'call'; readonly person: PersonId; readonly to: CalledTo } & About)
  | {
      readonly kind: 'place_closed'
      readonly place: string
      readonly reason: string
      /** As people know it; undefined when nobody does. */
      readonly name?: string
    }
  | {
      readonly kind: 'digest'
      readonly digest: Digest
      /** Of the last seven days up to now, for one person's eyes. */
      readonly preview?: true
      readonly council: Council
      /** The customers of the open issues in it, by issue number. */
      readonly customers: Readonly<Record<number, string>>
    }
