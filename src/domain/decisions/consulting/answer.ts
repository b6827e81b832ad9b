import type { PersonId } from '../../council.ts'
import { DomainError } from '../../errors.ts'
import type { Consult } from '../../issue/consult-facts.ts'
import type { Issue } from '../../issue/issue.ts'
import { actsAsOwner } from '../../permissions.ts'
import { behalf } from '../claimed.ts'
import type { Circumstances, Decision } from '../decision.ts'
import { requireText } from '../text.ts'
import { answerBy, factsOf, mayAnswer, openConsult, withConsult, withoutConsult } from './consult.ts'

export type AnswerCommand = {
  readonly by: PersonId
  /** The id of the consult. */
  readonly consult: string
  readonly text: string
}

const askedOf = (issue: Issue, { by, consult: id }: AnswerCommand, circumstances: Circumstances): Consult => {
  const consult = openConsult(issue, id)
  if (!mayAnswer(consult, by, circumstances))
    throw new DomainError('not_allowed', { number: issue.number, act: 'answer' })
  if (consult.kind !== 'question') throw new DomainError('consult_over', { number: issue.number })
  return consult
}

/**
 * The person asked, who covers for them or their lead answers: the question is settled. Throws `consult_over`,
 * `not_allowed`, `text_missing` or `text_too_long`.
 */
export const answerConsult = (issue: Issue, command: AnswerCommand, circumstances: Circumstances): Decision => {
  const consult = askedOf(issue, command, circumstances)
  const { now } = circumstances
  const words = { kind: 'answer' as const, text: requireText(command.text, 'answer') }
  return {
    issue: { ...withoutConsult(issue, consult.id), lastUpdateAt: now },
    events: [{ kind: 'consult_answered', at: now, actor: command.by, ...factsOf(consult), words }],
  }
}

/**
 * They want to know something first: the question waits for the asker. Throws `consult_over`, also when it was asked back
 * already, `not_allowed`, `text_missing` or `text_too_long`.
 */
export const askBack = (issue: Issue, command: AnswerCommand, circumstances: Circumstances): Decision => {
  const consult = askedOf(issue, command, circumstances)
  if (consult.state !== 'asked') throw new DomainError('consult_over', { number: issue.number, act: 'ask_back' })
  const { now } = circumstances
  const dueAt = answerBy(issue, issue.department ?? '', circumstances)
  const words = { kind: 'question' as const, text: requireText(command.text, 'question') }
  return {
    issue: { ...withConsult(issue, { ...consult, state: 'asked_back', since: now, dueAt }), lastUpdateAt: now },
    events: [{ kind: 'consult_asked_back', at: now, actor: command.by, ...factsOf(consult), words }],
  }
}

/**
 * The asker answers what was asked back, and the question goes on: its time begins anew. Throws `consult_over` when
 * nothing is asked back any more, `not_allowed`, `text_missing` or `text_too_long`.
 */
export const explainConsult = (issue: Issue, command: AnswerCommand, circumstances: Circumstances): Decision => {
  const consult = openConsult(issue, command.consult)
  if (!actsAsOwner(circumstances.council, issue, command.by))
    throw new DomainError('not_allowed', { number: issue.number, act: 'explain' })
  if (consult.state !== 'asked_back') throw new DomainError('consult_over', { number: issue.number, act: 'explain' })
  const { now } = circumstances
  const dueAt = answerBy(issue, consult.department, circumstances)
  const words = { kind: 'answer' as const, text: requireText(command.text, 'answer') }
  const who = { at: now, actor: command.by, ...behalf(issue, command.by) }
  return {
    issue: { ...withConsult(issue, { ...consult, state: 'asked', since: now, dueAt }), lastUpdateAt: now },
    events: [{ kind: 'consult_explained', ...who, ...factsOf(consult), words }],
  }
}
