import type { PersonId } from '#domain/council.ts'
import type { DomainErrorCode, ErrorDetails } from '#domain/errors.ts'
import { issueName } from '#domain/issue/issue.ts'
import { absenceRefusals } from './availability/refusals.ts'
import { consultRefusals } from './consulting/refusals.ts'
import { decidingRefusals } from './deciding/refusals.ts'
import { actRefusals } from './not-allowed.ts'

/** What the product said no to: a `DomainError`, or what a queued refusal carries. */
export type Refusal = {
  readonly code: DomainErrorCode
  readonly details: ErrorDetails
  readonly field?: string | undefined
}

/** Names for the ids in the details; undefined where a name is not known. */
export type Names = {
  readonly person?: (id: PersonId) => string | undefined
  readonly department?: (key: string) => string | undefined
}

type Spoken = {
  /** “CX-42”, or “This issue”. */
  readonly issue: string
  readonly owner: string | undefined
  /** Who could do it in somebody's place. */
  readonly other: string | undefined
  readonly department: string | undefined
  readonly details: ErrorDetails
  readonly field: string | undefined
}

const missingText: Readonly<Record<string, string>> = {
  what_happened: 'Please say in a sentence what happened to the customer.',
  told: 'Please say what the customer was told, or below why they could not be told.',
  could_not_be_told: 'Please say why the customer could not be told.',
  need: 'Please say what you need from them: they decide by it.',
  question: 'Please write your question: the one thing you have to know.',
  answer: 'Please write the answer: they decide by it.',
  reason: 'Please give a reason: the next person decides by it.',
  what_was_done: 'Please say in a sentence what was done.',
  update: 'Please say in a sentence what is new.',
  promise: 'Please say what the customer was promised.',
  other: 'Please write the number of the other issue, like CX-42.',
  still_wrong: 'Please say what is still wrong: the owner starts from it.',
  lead_said: 'Please say in a sentence what the council should know.',
}

const badDates: Readonly<Record<string, string>> = {
  when: 'That day has not come yet. Please choose today or an earlier day.',
  wake_up: 'To be woken up, please choose tomorrow or a later day.',
}

const sentences: Readonly<Record<Exclude<DomainErrorCode, 'silence' | 'not_allowed'>, (spoken: Spoken) => string>> = {
  ...absenceRefusals,
  ...consultRefusals,
  ...decidingRefusals,
  already_claimed: ({ owner, issue }) =>
    owner === undefined
      ? `${issue} has an owner already. /cx show tells you who.`
      : `${owner} has ${issue} already. Write to them if you can help.`,
  asked_oneself: ({ department, owner }) =>
    `In ${department ?? 'that department'} it would be ${owner ?? 'its owner'} again who is asked. Choose another department, or keep it and ask somebody there for help.`,
  already_closed: ({ issue }) => `${issue} is closed: the loop was closed. If something is still wrong, reopen it.`,
  already_resolved: ({ issue }) => `${issue} is resolved already. What is left is Close the loop: tell the customer.`,
  already_routed: ({ issue }) => `${issue} has found its department already. Its card shows who was asked.`,
  before_flag: () => 'That day is before the issue was flagged. Please choose the day it was flagged, or a later one.',
  bad_date: ({ field }) => badDates[field ?? ''] ?? 'That day has passed. Please choose today or a later day.',
  bad_number: ({ field }) =>
    field === 'satisfaction' ? 'Please choose 1 to 5, or leave it empty.' : 'Please give a whole number from 1 to 99.',
  customer_unknown: () => 'I do not know that customer any more. Please type the name and choose again.',
  deactivated: () => 'Your account here is deactivated. A colleague can do this for you.',
  department_unknown: () => 'That department is not in the council any more. Please choose another one.',
  explanation_missing: ({ details, issue }) =>
    details.act === 'hold'
      ? `Please say why as well, behind ${issue}: whoever looks later wants to know.`
      : 'Please add a sentence that explains it.',
  guest: () =>
    'You are a guest here, and the council works with full members. Please ask the colleague who invited you.',
  handover_pending: ({ issue, department }) =>
    `${department ?? 'Another department'} was asked to take ${issue} over and has not answered yet. Wait for their answer, or press Take back first.`,
  handover_settled: ({ issue }) => `That handover of ${issue} is settled already. /cx show tells you who has it now.`,
  issue_unknown: ({ issue }) => `I can't find ${issue} among the issues you may see. /cx list shows them.`,
  merge_other_way: ({ issue, details }) =>
    `Somebody answers for ${issue} already, and nobody for ${issueName(Number(details.other))} yet. Merge ${issueName(Number(details.other))} into ${issue} instead.`,
  merged: ({ issue, details }) => `${issue} goes on in ${issueName(Number(details.into))}. Please use that one.`,
  no_council: () => 'No council is set up here yet. Please ask an admin of this workspace to set it up.',
  no_department: () =>
    'You are in no department of the council, and an issue needs a department that answers for it. Route it to one instead.',
  not_claimed: ({ issue }) => `Nobody has claimed ${issue} yet. Claim it first; then this works.`,
  not_resolved: ({ issue }) => `${issue} is not resolved yet. Resolve it first; then the loop can be closed.`,
  not_waiting: ({ issue }) => `${issue} waits on nothing now. Its card shows what comes next.`,
  no_promise: ({ issue }) =>
    `No promise to the customer is open for ${issue}. /cx show tells you what was promised before.`,
  nobody_reachable: ({ department }) =>
    `Nobody in ${department ?? 'that department'} can be asked right now. Choose another department, or keep it for today.`,
  nothing_to_snooze: ({ issue }) => `Nothing of ${issue} is left to snooze for you. /cx show tells you how it stands.`,
  person_unknown: () => 'Slack did not tell me who that is. Please try again in a moment.',
  question_asked: ({ issue }) =>
    `One question was asked about ${issue} already. Read it in its story, then accept it or return it.`,
  question_settled: ({ issue }) =>
    `That question about ${issue} needs no answer any more. /cx show tells you how it stands.`,
  reopen_too_late: ({ issue }) =>
    `${issue} was closed more than 14 days ago. Please flag a new issue with /cx flag and name ${issue} in it.`,
  same_department: () => 'It is with that department already. Please choose another one.',
  same_issue: ({ issue }) => `That is ${issue} itself. Please write the number of the other issue.`,
  stage_unknown: () => 'That journey stage is not in the map any more. Please choose another one, or none.',
  text_missing: ({ field }) =>
    field === undefined
      ? 'There are no words to flag. Please say what happened with /cx flag.'
      : (missingText[field] ?? 'Please write a sentence here first.'),
  text_too_long: ({ details }) =>
    `That is too long: ${Number(details.limit ?? 3000).toLocaleString('en-US')} characters fit. Please shorten it.`,
  told_and_not_told: () => 'Please fill in one of the two: what the customer was told, or why they could not be told.',
  too_late: ({ issue, details }) =>
    details.act === 'release'
      ? `${issue} can be released for 10 minutes only. Use Hand over or consult to pass it on.`
      : `It is too late for that with ${issue}. Its card shows what can still be done.`,
  what_changed_missing: ({ department }) =>
    `${department ?? 'That department'} held this before. Please say what has changed since.`,
  wait_too_long: () =>
    'That is more than half a year ahead. Please choose an earlier day: you can say then that it still waits.',
  wait_unclear: ({ field, details }) =>
    field === 'department'
      ? 'Please choose the department it waits on.'
      : details.on === 'vendor'
        ? 'Please say which vendor it waits on, and for what.'
        : 'Please say what has to be approved, and by whom.',
  withdrawn: ({ issue }) =>
    `${issue} was taken back, so nothing is left to do. If it came up again, flag it with /cx flag.`,
}

const spoken = ({ details, field }: Refusal, names: Names): Spoken => {
  const { number } = details
  const named = (id: string | number | undefined): string | undefined =>
    typeof id === 'string' && id !== '' ? names.person?.(id) : undefined
  const department = details.department ?? details.to
  return {
    issue: number === undefined ? 'This issue' : issueName(Number(number)),
    owner: named(details.owner),
    other: named(details.standIn),
    department: department === undefined ? undefined : names.department?.(`${department}`),
    details,
    field,
  }
}

/** Why not, kindly and with the next step; undefined for those to whom nothing is said. Plain text, not escaped. */
export const refusalSentence = (refusal: Refusal, names: Names = {}): string | undefined => {
  if (refusal.code === 'silence') return undefined
  const said = spoken(refusal, names)
  if (refusal.code === 'not_allowed') return actRefusals(`${refusal.details.act ?? ''}`, said.issue)
  return sentences[refusal.code](said)
}
