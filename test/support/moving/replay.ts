import type { PersonId } from '#domain/council.ts'
import type { IssueEvent } from '#domain/issue/events.ts'
import type { Moves } from '#domain/issue/issue.ts'
import { withHeld } from '#domain/issue/issue.ts'

/** What a timeline says of an issue, worked out event by event without the code that decides. */
export type Replayed = {
  readonly moves: Moves
  /** Who answers for it after each event; undefined before the claim. */
  readonly owners: readonly (PersonId | undefined)[]
  /** Whether the council has named who answers. */
  readonly placedByCouncil: boolean
}

const none: Moves = { held: [], attempts: 0, hops: 0, bounces: 0, refusals: 0, notOurs: 0 }

const attempt = (moves: Moves): Moves => ({ ...moves, attempts: moves.attempts + 1 })
const refusal = (moves: Moves): Moves => ({ ...attempt(moves), refusals: moves.refusals + 1 })
const hold = (moves: Moves, department: string): Moves => ({ ...moves, held: withHeld(moves.held, department) })

const inherit = (moves: Moves, more: Partial<Moves>): Moves => ({
  held: (more.held ?? []).reduce(withHeld, moves.held),
  attempts: moves.attempts + (more.attempts ?? 0),
  hops: moves.hops + (more.hops ?? 0),
  bounces: moves.bounces + (more.bounces ?? 0),
  refusals: moves.refusals + (more.refusals ?? 0),
  notOurs: moves.notOurs + (more.notOurs ?? 0),
})

const counted = (moves: Moves, event: IssueEvent): Moves => {
  switch (event.kind) {
    case 'asked':
    case 'nobody_reachable':
      return hold(moves, event.department)
    case 'claimed':
      return hold(event.from === undefined ? moves : attempt(moves), event.department)
    case 'not_ours':
      return { ...refusal(moves), notOurs: moves.notOurs + 1 }
    case 'handover_returned':
    case 'handover_expired':
      return refusal(moves)
    case 'handover_accepted': {
      const bounces = moves.bounces + (moves.held.includes(event.to) ? 1 : 0)
      return hold({ ...attempt(moves), hops: moves.hops + 1, bounces }, event.to)
    }
    case 'decided':
    case 'moved_at_once':
      return hold(moves, event.to)
    case 'flagged':
      return inherit(moves, event.inherited ?? {})
    case 'merged_from':
    case 'linked':
      return inherit(moves, event.moves)
    default:
      return moves
  }
}

const ownerAfter = (owner: PersonId | undefined, event: IssueEvent): PersonId | undefined => {
  switch (event.kind) {
    case 'claimed':
    case 'handover_accepted':
    case 'pass_accepted':
    case 'decided':
    case 'moved_at_once':
      return event.owner
    case 'released':
    case 'withdrawn':
      return undefined
    case 'reopened':
      return event.owner
    default:
      return owner
  }
}

/** Replays a timeline from its flag. */
export const replay = (timeline: readonly IssueEvent[]): Replayed => {
  const owners: (PersonId | undefined)[] = []
  let moves = none
  let owner: PersonId | undefined
  for (const event of timeline) {
    moves = counted(moves, event)
    owner = ownerAfter(owner, event)
    owners.push(owner)
  }
  return { moves, owners, placedByCouncil: timeline.some(({ kind }) => kind === 'decided') }
}
