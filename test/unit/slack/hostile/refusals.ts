import { renderAnswer } from '#adapters/slack/blocks/answers.ts'
import { fields } from '#adapters/slack/names.ts'
import { commandRefusal } from '#adapters/slack/refusals/of-command.ts'
import { submissionRefusal } from '#adapters/slack/refusals/of-submission.ts'
import { answerView } from '#adapters/slack/views/answer.ts'
import { flagView } from '#adapters/slack/views/flag.ts'
import { commands, needsNumber, unknownCommand } from '#adapters/slack/words/commands.ts'
import { refusalSentence } from '#adapters/slack/words/refusals.ts'
import type { Message } from '#application/messages/message.ts'
import { DomainError, type DomainErrorCode } from '#domain/errors.ts'
import type { Surface } from '../../../support/slack/surfaces.ts'
import type { Hostile } from '../samples/hostile.ts'
import { answered, form } from './made.ts'

/** Every code that is told to somebody; the compiler notices a new one. */
const told: Readonly<Record<Exclude<DomainErrorCode, 'silence'>, true>> = {
  absence_over: true,
  already_claimed: true,
  asked_oneself: true,
  already_closed: true,
  already_given: true,
  already_resolved: true,
  already_routed: true,
  before_flag: true,
  bad_date: true,
  bad_number: true,
  consult_away: true,
  consult_colleague: true,
  consult_many: true,
  consult_nobody: true,
  consult_open: true,
  consult_outside: true,
  consult_over: true,
  consult_self: true,
  consult_unfit: true,
  consult_unknown: true,
  council_decides: true,
  cover_away: true,
  cover_loop: true,
  cover_many: true,
  cover_self: true,
  cover_unknown: true,
  date_unclear: true,
  customer_unknown: true,
  decision_settled: true,
  deactivated: true,
  department_unknown: true,
  explanation_missing: true,
  guest: true,
  handover_pending: true,
  handover_settled: true,
  holds_it: true,
  issue_unknown: true,
  merge_other_way: true,
  merged: true,
  named_unfit: true,
  named_away: true,
  no_promise: true,
  same_issue: true,
  no_colleague: true,
  no_council: true,
  no_department: true,
  no_department_for: true,
  not_allowed: true,
  not_claimed: true,
  not_resolved: true,
  not_waiting: true,
  wait_too_long: true,
  wait_unclear: true,
  nobody_reachable: true,
  nothing_to_snooze: true,
  owner_already: true,
  person_away: true,
  person_unknown: true,
  question_asked: true,
  question_settled: true,
  reopen_too_late: true,
  same_department: true,
  stage_unknown: true,
  text_missing: true,
  text_too_long: true,
  told_and_not_told: true,
  too_late: true,
  what_changed_missing: true,
  withdrawn: true,
}

type Refusal = Extract<Message, { kind: 'refusal' }>

/** Every refusal as it is queued, naming a person and a department with hostile names. */
export const refusalsOf = ({ name, said }: Hostile): readonly Refusal[] =>
  (Object.keys(told) as Exclude<DomainErrorCode, 'silence'>[]).map((code) => ({
    kind: 'refusal',
    person: 'U0ANNA',
    code,
    details: { number: 42, owner: 'U0BEN', standIn: 'U0BEN', to: 'billing', department: 'billing', act: said },
    names: { U0BEN: name, billing: name },
  }))

const sentencesOf = (typed: Hostile): readonly { readonly error: DomainError; readonly sentence: string }[] =>
  refusalsOf(typed).flatMap(({ code, details, names }) =>
    [undefined, ...Object.values(fields)].map((field) => {
      const named = (key: string): string | undefined => names[key]
      const sentence = refusalSentence({ code, details, field }, { person: named, department: named }) ?? ''
      return { error: new DomainError(code, details, field === undefined ? {} : { field }), sentence }
    }),
  )

const atFields = (answer: ReturnType<typeof submissionRefusal>): readonly Surface[] => {
  if (answer?.response_action === 'update') return form(answer.view)
  return Object.values(answer?.errors ?? {}).map((sentence) => ({ as: 'sentence', sentence }))
}

/** Everything that is said to somebody who may not, cannot or mistyped: to commands, clicks and forms. */
export const refusedSurfaces = (typed: Hostile): readonly Surface[] => {
  const open = flagView({ council: typed.about.council, text: typed.words, restricted: false }, 'command')
  return [
    ...sentencesOf(typed).flatMap(({ error, sentence }) => [
      answered({ text: '', blocks: [], ...commandRefusal(sentence) }),
      ...form(answerView(typed.name, sentence)),
      ...atFields(submissionRefusal(open, error, sentence)),
      ...atFields(submissionRefusal({ title: { text: typed.name }, blocks: [] }, error, sentence)),
    ]),
    ...[typed.words, typed.name, ...commands.map(({ word }) => `${word}x`)].map((word) =>
      answered(renderAnswer(unknownCommand(word))),
    ),
    ...(['show', 'claim', 'pass'] as const).map((word) => answered(renderAnswer(needsNumber(word)))),
  ]
}
