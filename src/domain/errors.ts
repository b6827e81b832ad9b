/**
 * Every reason for which the product says no. Each code has one sentence per surface, written where that surface lives;
 * `details` carries the names that the sentence needs, never what a customer wrote.
 */
export type DomainErrorCode =
  | 'absence_over'
  | 'already_claimed'
  | 'asked_oneself'
  | 'already_closed'
  | 'already_given'
  | 'already_resolved'
  | 'already_routed'
  | 'before_flag'
  | 'bad_date'
  | 'bad_number'
  | 'consult_away'
  | 'consult_colleague'
  | 'consult_many'
  | 'consult_nobody'
  | 'consult_open'
  | 'consult_outside'
  | 'consult_over'
  | 'consult_self'
  | 'consult_unfit'
  | 'consult_unknown'
  | 'council_decides'
  | 'cover_away'
  | 'cover_loop'
  | 'cover_many'
  | 'cover_self'
  | 'cover_unknown'
  | 'date_unclear'
  | 'customer_unknown'
  | 'deactivated'
  | 'decision_settled'
  | 'department_unknown'
  | 'explanation_missing'
  | 'guest'
  | 'handover_pending'
  | 'handover_settled'
  | 'holds_it'
  | 'issue_unknown'
  | 'merge_other_way'
  | 'merged'
  | 'named_away'
  | 'named_unfit'
  | 'no_colleague'
  | 'no_council'
  | 'no_department'
  | 'no_department_for'
  | 'no_promise'
  | 'not_allowed'
  | 'not_claimed'
  | 'not_resolved'
  | 'not_waiting'
  | 'nobody_reachable'
  | 'nothing_to_snooze'
  | 'owner_already'
  | 'person_away'
  | 'person_unknown'
  | 'question_asked'
  | 'question_settled'
  | 'reopen_too_late'
  | 'same_department'
  | 'same_issue'
  /** Said to nobody: a bot, or a stranger who may be the customer. */
  | 'silence'
  | 'stage_unknown'
  | 'text_missing'
  | 'text_too_long'
  | 'told_and_not_told'
  | 'too_late'
  | 'what_changed_missing'
  | 'wait_too_long'
  | 'wait_unclear'
  | 'withdrawn'

export type ErrorDetails = Readonly<Record<string, string | number>>

/** The one error the product throws on purpose; adapters translate its `code` into a sentence in one place. */
export class DomainError extends Error {
  readonly code: DomainErrorCode
  readonly details: ErrorDetails
  /** The form field the sentence belongs to, when there is one. */
  readonly field: string | undefined

  constructor(code: DomainErrorCode, details: ErrorDetails = {}, options: { field?: string; cause?: unknown } = {}) {
    super(code, { cause: options.cause })
    this.name = 'DomainError'
    this.code = code
    this.details = details
    this.field = options.field
  }
}
