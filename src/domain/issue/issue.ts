import type { PersonId } from '../council.ts'
import type { AskedRole } from '../journey-map.ts'
import type { Severity } from '../severity.ts'
import type { Consult } from './consult-facts.ts'
import type { Wait } from './wait.ts'

export type IssueState = 'flagged' | 'claimed' | 'resolved' | 'closed' | 'merged' | 'withdrawn'

/** `restricted`: flagged from a private place; seen by flagger, followers, owner, involved departments and council. */
export type Audience = 'open' | 'restricted'

/** The one person asked to claim; `round` counts the asks of an issue from 1. */
export type Ask = { readonly round: number; readonly person: PersonId; readonly role: AskedRole; readonly at: Date }

export const handoverReasons = ['wrong_department', 'expertise', 'capacity', 'away', 'customer_asked'] as const

export type HandoverReason = (typeof handoverReasons)[number]

/** What the guard says of a hop: free to ask, back to where it was, or for the council to decide. */
export type Verdict = 'clear' | 'return' | 'council'

export type PassWhy = 'asked' | 'away'

/** One question of the receiver, and who of the sender's side was asked to answer it. */
export type Question = { readonly by: PersonId; readonly to: PersonId; readonly at: Date; readonly answeredAt?: Date }

export type Handover = {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly askedBy: PersonId
  readonly asked: PersonId
  readonly reason: HandoverReason
  readonly verdict: 'clear' | 'return'
  /** Within one department: its owner asked for it, or is away. A pass is no hop and no attempt. */
  readonly pass?: PassWhy
  readonly at: Date
  readonly dueAt: Date
  /** What the receiver asked before they decide; their time stands still until it is answered. */
  readonly question?: Question
  /** Who leads the receiving department, asked once because nobody had answered in time. */
  readonly leadAsked?: { readonly person: PersonId; readonly at: Date }
}

export type Vote = { readonly by: PersonId; readonly person: PersonId; readonly at: Date }

/** Where an issue should end is for the council to say: nothing moves before it has, unless the issue is urgent. */
export type CouncilDecision = {
  readonly id: string
  readonly why: CouncilWhy
  readonly from: string
  /** Where its owner wanted it, and why; neither where the one whom the council named cannot take it. */
  readonly to?: string
  readonly reason?: HandoverReason
  readonly askedBy: PersonId
  readonly at: Date
  /** Until then the lead of the department where it was to go may speak first. */
  readonly speakBy: Date
  /** At most one of each person, the latest. */
  readonly votes: readonly Vote[]
  /** The issue was urgent and moved at once: the council looks at it afterwards. */
  readonly review: boolean
}

/** Why an issue is for the council to move. */
export type CouncilWhy = 'max_hops' | 'second_return' | 'refused_twice' | 'placed_by_council' | 'named_cannot'

/** The message an issue was flagged from. */
export type Source = { readonly channel: string; readonly ts: string; readonly link?: string }

/** Counts that the guard and the scorecard live on; each equals a recount of the timeline. */
export type Moves = {
  /** Departments that were responsible for it, in the order they first were. */
  readonly held: readonly string[]
  readonly attempts: number
  readonly hops: number
  readonly bounces: number
  /** Attempts that were refused or expired: *Not ours*, returned and expired handovers. */
  readonly refusals: number
  readonly notOurs: number
}

/** How the loop was closed. */
export type Closing = {
  readonly outcome: 'told' | 'could_not_be_told'
  /** When the customer was told, or the last attempt made. */
  readonly at: Date
  readonly by: PersonId
  /** Recorded attempts to reach a customer who could not be told. */
  readonly attempts: number
  readonly explainedAgain: 'yes' | 'no' | 'not_asked'
  /** 1 to 5. */
  readonly satisfaction?: number
}

export type Issue = {
  readonly number: number
  readonly state: IssueState
  readonly audience: Audience
  /** False while the words from a private place are withheld from the card. */
  readonly wordsShared: boolean
  readonly severity: Severity
  readonly strictestSeverity: Severity
  readonly customer?: string
  /** Of the customer: it picks the cell of the map where cells name one. */
  readonly region?: string
  readonly stage?: string
  /** The department responsible now; none while unrouted. */
  readonly department?: string
  readonly flaggedBy: PersonId
  readonly flaggedAt: Date
  readonly deadlineAt: Date
  /**
   * Milliseconds of the council's working time that it waited on the customer with a recorded question, in waits that are
   * over: so much later its deadline is.
   */
  readonly customerWaited?: number
  readonly source?: Source
  readonly ask?: Ask
  readonly asks: number
  /** While unrouted or refused twice: when the first suggestion is asked without the chair. */
  readonly routeBy?: Date
  readonly owner?: PersonId
  readonly claimedAt?: Date
  readonly nextStepBy?: Date
  /** By when the customer was promised something that is still to come. */
  readonly promiseBy?: Date
  readonly lastUpdateAt: Date
  readonly moves: Moves
  readonly handover?: Handover
  /** Those that are open. */
  readonly consults: readonly Consult[]
  /** Everybody who was ever consulted: they may see it from then on. */
  readonly consulted: readonly PersonId[]
  readonly wait?: Wait
  readonly decision?: CouncilDecision
  /** The council named its owner: only the council moves it from now on. */
  readonly placedByCouncil: boolean
  /** The absence of its owner, by when it began, for which these were asked to take over. */
  readonly takeOver?: { readonly since: Date; readonly asked: readonly PersonId[] }
  readonly resolvedAt?: Date
  readonly closing?: Closing
  readonly closedAt?: Date
  readonly mergedInto?: number
  /** The closed issue this one goes on from. */
  readonly linkedTo?: number
  /** Issues that belong together with this one, both ways. */
  readonly links: readonly number[]
  /** An admin keeps its words: neither time nor an erasure takes them. */
  readonly onHold: boolean
  /** Counts the live cards of the issue: a Slack message cannot move, so each move of department makes a new one. */
  readonly card: number
  /** Departments and people that were ever asked or responsible may see a restricted issue. */
  readonly followers: readonly PersonId[]
  /** Raised by every change; a save that finds another one has lost the race. */
  readonly version: number
  readonly eventCount: number
  /** The time of the last event: none that follows is dated before it. */
  readonly lastEventAt: Date
}

/** Claimed and not yet told: somebody is accountable. */
export const isOpen = (issue: Pick<Issue, 'state'>): boolean => ['flagged', 'claimed', 'resolved'].includes(issue.state)

/** True while a channel may read neither whose problem it is nor what was written about it. */
export const isWithheld = ({ audience, wordsShared }: Pick<Issue, 'audience' | 'wordsShared'>): boolean =>
  audience === 'restricted' && !wordsShared

export const issueName = (number: number): string => `CX-${number}`

/** The same list with the department at its end, unless it is already in it. */
export const withHeld = (held: readonly string[], department: string): readonly string[] =>
  held.includes(department) ? held : [...held, department]
