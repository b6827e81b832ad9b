import type { PersonId } from '../../council.ts'
import { DomainError } from '../../errors.ts'
import type { Issue } from '../../issue/issue.ts'
import { mayHold } from '../../permissions.ts'
import type { Circumstances, Decision } from '../decision.ts'

export type HoldCommand = {
  /** None from the command line: who reaches the server may hold anything. */
  readonly by?: { readonly id: PersonId; readonly admin: boolean }
  readonly why: string
}

const refuseOthers = (issue: Issue, { by }: HoldCommand, { council }: Circumstances): void => {
  if (by && !mayHold(council, by)) throw new DomainError('not_allowed', { number: issue.number, act: 'hold' })
}

/** The longest reason; it is typed behind a command, not into a form. */
const longestReason = 3_000

const reasonIn = ({ why }: HoldCommand, number: number): string => {
  const reason = why.trim()
  if (reason === '') throw new DomainError('explanation_missing', { number, act: 'hold' })
  if (reason.length > longestReason) throw new DomainError('text_too_long', { limit: longestReason })
  return reason
}

const change = (issue: Issue, kind: 'held' | 'hold_lifted', command: HoldCommand, now: Date): Decision => ({
  issue: { ...issue, onHold: kind === 'held' },
  events: [
    {
      kind,
      at: now,
      ...(command.by === undefined ? {} : { actor: command.by.id }),
      words: { kind: 'hold_reason', text: reasonIn(command, issue.number) },
    },
  ],
})

/**
 * Keeps the words of an issue, whatever its state: neither time nor an erasure takes them. Nothing happens when it is on
 * hold already. Throws `not_allowed`, `explanation_missing` or `text_too_long`.
 */
export const holdIssue = (issue: Issue, command: HoldCommand, circumstances: Circumstances): Decision => {
  refuseOthers(issue, command, circumstances)
  return issue.onHold ? { issue, events: [] } : change(issue, 'held', command, circumstances.now)
}

/** Lifts the hold. Nothing happens when there is none. Throws `not_allowed`, `explanation_missing` or `text_too_long`. */
export const liftHold = (issue: Issue, command: HoldCommand, circumstances: Circumstances): Decision => {
  refuseOthers(issue, command, circumstances)
  return issue.onHold ? change(issue, 'hold_lifted', command, circumstances.now) : { issue, events: [] }
}
