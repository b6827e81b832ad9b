import type { PersonId } from '../../council.ts'
import { departmentOf } from '../../council.ts'
import { DomainError } from '../../errors.ts'
import type { Handover, Issue } from '../../issue/issue.ts'
import { isReachable } from '../../people.ts'
import { actsAsOwner, mayAccept, mayAnswerQuestion } from '../../permissions.ts'
import { behalf } from '../claimed.ts'
import type { Circumstances, Decision } from '../decision.ts'
import { requireText } from '../text.ts'
import { putOff, receiversCalendar, standsStill } from './handover-clock.ts'

export type AskFirstCommand = { readonly by: PersonId; readonly handover: string; readonly question: string }

export type AnswerCommand = { readonly by: PersonId; readonly handover: string; readonly answer: string }

/** Throws `handover_settled` unless this handover to another department is pending. */
export const pendingBetweenDepartments = (issue: Issue, id: string): Handover => {
  const { handover } = issue
  if (!handover || handover.id !== id || handover.pass !== undefined)
    throw new DomainError('handover_settled', { number: issue.number })
  return handover
}

/** Who of the sender's side answers: whoever handed it over, the owner, their lead, the chair; the first who is here. */
const answerer = (issue: Issue, { askedBy }: Handover, { council, people, now }: Circumstances): PersonId => {
  const { owner = askedBy } = issue
  const lead = departmentOf(council, issue.department)?.lead
  const able = [askedBy, owner, lead, council.chair].filter((person) => person !== undefined)
  const may = able.filter((person) => actsAsOwner(council, issue, person))
  return may.find((person) => isReachable(people.get(person), now)) ?? owner
}

/**
 * The receiver asks one question before they decide; their time stands still until it is answered. Throws
 * `handover_settled`, `not_allowed`, `question_asked` (one was asked already) or `text_missing`.
 */
export const askFirst = (issue: Issue, command: AskFirstCommand, circumstances: Circumstances): Decision => {
  const { council, now } = circumstances
  const { by, handover: id } = command
  const handover = pendingBetweenDepartments(issue, id)
  if (!mayAccept(council, issue, by)) throw new DomainError('not_allowed', { number: issue.number, act: 'ask_first' })
  if (handover.question) throw new DomainError('question_asked', { number: issue.number }, { field: 'question' })
  const words = { kind: 'question', text: requireText(command.question, 'question') } as const
  const to = answerer(issue, handover, circumstances)
  return {
    issue: { ...issue, handover: { ...handover, question: { by, to, at: now } } },
    events: [{ kind: 'handover_question', at: now, actor: by, id, asked: to, words }],
  }
}

/**
 * The sender answers the receiver's question, whose time goes on with what was left of it. Throws `handover_settled`,
 * `not_allowed`, `question_settled` or `text_missing`.
 */
export const answerQuestion = (issue: Issue, command: AnswerCommand, circumstances: Circumstances): Decision => {
  const { council, now } = circumstances
  const { by, handover: id } = command
  const handover = pendingBetweenDepartments(issue, id)
  const { question } = handover
  if (!question || !standsStill(handover)) throw new DomainError('question_settled', { number: issue.number })
  if (!mayAnswerQuestion(council, issue, by))
    throw new DomainError('not_allowed', { number: issue.number, act: 'answer_question' })
  const words = { kind: 'answer', text: requireText(command.answer, 'answer') } as const
  const calendar = receiversCalendar(council, issue, handover.to)
  const dueAt = putOff(calendar, { at: question.at, answeredAt: now }, handover.dueAt)
  return {
    issue: {
      ...issue,
      handover: { ...handover, dueAt, question: { ...question, answeredAt: now } },
      lastUpdateAt: now,
    },
    events: [{ kind: 'handover_question_answered', at: now, actor: by, ...behalf(issue, by), id, words }],
  }
}
