import type { PersonId } from '../../council.ts'
import { DomainError } from '../../errors.ts'
import type { FlaggedVia, Inherited } from '../../issue/events.ts'
import type { Audience, Issue, Moves, Source } from '../../issue/issue.ts'
import type { Place } from '../../journey-map.ts'
import { placeFor } from '../../journey-map.ts'
import { suggestDepartments } from '../../routing.ts'
import type { Severity } from '../../severity.ts'
import { deadlineOf } from '../../time/service-level.ts'
import { askAt, leaveToChair } from '../asking/ask.ts'
import type { Circumstances, Decision } from '../decision.ts'
import { andThen } from '../decision.ts'

/** The longest text that is taken as *What happened*: the longest message Slack lets a person send. */
export const longestStory = 40_000

export type FlagCommand = {
  readonly number: number
  readonly by: PersonId
  readonly whatHappened: string
  readonly severity: Severity
  readonly audience: Audience
  readonly via: FlaggedVia
  readonly customer?: string
  /** Of the customer: it picks the cell. */
  readonly region?: string
  readonly stage?: string
  readonly department?: string
  readonly source?: Source
  /** The closed issue this one goes on from; its departments and attempts come along. */
  readonly linked?: { readonly number: number; readonly moves: Moves }
}

const freshMoves: Moves = { held: [], attempts: 0, hops: 0, bounces: 0, refusals: 0, notOurs: 0 }

const storyOf = (text: string): string => {
  const story = text.trim()
  if (story === '') throw new DomainError('text_missing', {}, { field: 'what_happened' })
  if (story.length > longestStory)
    throw new DomainError('text_too_long', { limit: longestStory }, { field: 'what_happened' })
  return story
}

/** Who held the issue that this one goes on from, what was tried, and how often somebody said no. */
const inheritedFrom = ({ held, attempts, refusals }: Moves): Inherited => ({ held, attempts, refusals })

const newIssue = (command: FlagCommand, { council, now }: Circumstances): Issue => ({
  number: command.number,
  state: 'flagged',
  audience: command.audience,
  wordsShared: command.audience === 'open',
  severity: command.severity,
  strictestSeverity: command.severity,
  ...(command.customer === undefined ? {} : { customer: command.customer }),
  ...(command.region === undefined ? {} : { region: command.region }),
  ...(command.stage === undefined ? {} : { stage: command.stage }),
  flaggedBy: command.by,
  flaggedAt: now,
  deadlineAt: deadlineOf(council, now, command.severity),
  ...(command.source === undefined ? {} : { source: command.source }),
  asks: 0,
  lastUpdateAt: now,
  moves: command.linked ? { ...freshMoves, ...inheritedFrom(command.linked.moves) } : freshMoves,
  ...(command.linked === undefined ? {} : { linkedTo: command.linked.number }),
  consults: [],
  consulted: [],
  placedByCouncil: false,
  links: [],
  onHold: false,
  card: 0,
  followers: [],
  version: 0,
  eventCount: 0,
  lastEventAt: now,
})

/** Asks at the place, or leaves an issue without one to the chair with up to three suggestions. */
const askOrLeave = (issue: Issue, place: Place | undefined, story: string, circumstances: Circumstances) =>
  place
    ? askAt(issue, place, 'flagged', circumstances)
    : leaveToChair(issue, suggestDepartments(circumstances.council, story), circumstances)

/**
 * One customer's problem becomes an issue, and one accountable owner is asked. Throws `text_missing`, `text_too_long`,
 * `stage_unknown` or `department_unknown`, each naming its field.
 */
export const flagIssue = (command: FlagCommand, circumstances: Circumstances): Decision => {
  const story = storyOf(command.whatHappened)
  const { severity, audience, stage, department, region, via } = command
  const place = placeFor(circumstances.council, {
    ...(stage === undefined ? {} : { stage }),
    ...(department === undefined ? {} : { department }),
    ...(region === undefined ? {} : { region }),
  })
  const flagged: Decision = {
    issue: newIssue(command, circumstances),
    events: [
      {
        kind: 'flagged',
        at: circumstances.now,
        actor: command.by,
        severity,
        audience,
        ...(stage === undefined ? {} : { stage }),
        ...(department === undefined ? {} : { department }),
        ...(region === undefined ? {} : { region }),
        via,
        ...(command.linked === undefined
          ? {}
          : { linkedTo: command.linked.number, inherited: inheritedFrom(command.linked.moves) }),
        words: { kind: 'what_happened', text: story },
      },
    ],
  }
  return andThen(flagged, (issue) => askOrLeave(issue, place, story, circumstances))
}
