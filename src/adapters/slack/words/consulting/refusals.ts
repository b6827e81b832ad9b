import type { DomainErrorCode, ErrorDetails } from '#domain/errors.ts'

type Said = {
  readonly issue: string
  readonly owner: string | undefined
  /** Somebody else whom the details name. */
  readonly other: string | undefined
  readonly department: string | undefined
  readonly details: ErrorDetails
}

const unfit: Readonly<Record<string, string>> = {
  guest: 'is a guest here',
  stranger: 'works for another company',
  deactivated: 'is not here any more',
  bot: 'is a bot',
}

/** What somebody did who came too late for it, by the name of the act. */
const over: Readonly<Record<string, (said: Said) => string>> = {
  ask_back: ({ issue }) =>
    `You asked back already, and the owner of ${issue} has not answered yet. You can still press Answer.`,
  explain: ({ issue }) => `Nothing is asked back about ${issue} any more. Its card shows who is asked.`,
  help: ({ issue, owner }) =>
    `${owner ?? 'Somebody'} helps with ${issue} already. Done helping ends that; its card has the button.`,
  done_helping: ({ issue }) => `Nobody helps with ${issue} by that any more. Nothing is left to do.`,
}

/** Why somebody cannot be asked, answer or help like that; with what to do instead. */
export const consultRefusals = {
  consult_away: ({ owner, other }) =>
    other === undefined
      ? `${owner ?? 'That person'} is away right now. Choose somebody who is here.`
      : `${owner ?? 'That person'} is away right now. ${other} stands in: choose them, or somebody else who is here.`,
  consult_colleague: ({ owner, issue, department }) =>
    `${owner ?? 'That person'} is of ${department ?? 'your own department'} too: a question in the thread of ${issue} does it, or choose Pass to a colleague.`,
  consult_many: () =>
    'Several people go by that name. Write their Slack handle, like /cx consult CX-42 @mia Is the contract signed?',
  consult_nobody: ({ details }) =>
    details.act === 'hands'
      ? 'Choose a person, or below a department whose lead I ask.'
      : 'Choose the person who could answer it.',
  consult_open: ({ owner, issue, details }) =>
    details.act === 'hands'
      ? `${owner ?? 'That person'} is asked to help with ${issue} already. Choose somebody else.`
      : `${owner ?? 'That person'} has a question about ${issue} already. Add to it in its thread, or press No longer needed on its card first.`,
  consult_outside: ({ owner }) =>
    `${owner ?? 'That person'} is in no department of the council. Ask somebody who is, or write to them yourself and add an update.`,
  consult_over: (said) =>
    over[`${said.details.act ?? ''}`]?.(said) ??
    `That question about ${said.issue} is settled already. /cx show tells you how. Nothing is left to do.`,
  consult_self: ({ owner, issue }) =>
    `${owner ?? 'That person'} answers for ${issue} already. Choose somebody else who could help.`,
  consult_unfit: ({ owner, details }) =>
    `${owner ?? 'That person'} ${unfit[`${details.act ?? ''}`] ?? 'is no full member here'}, so I cannot ask them. Choose a colleague who works in one of the departments.`,
  consult_unknown: () =>
    'I do not know who that is. Choose a colleague, or write their Slack handle, like /cx consult CX-42 @mia Is the contract signed?',
} satisfies Partial<Readonly<Record<DomainErrorCode, (said: Said) => string>>>
