import type { DomainErrorCode, ErrorDetails } from '#domain/errors.ts'

type Said = {
  readonly issue: string
  readonly owner: string | undefined
  readonly other: string | undefined
  readonly department: string | undefined
  readonly details: ErrorDetails
}

const unfit = (owner: string, kind: unknown): string => {
  if (kind === 'guest') return `${owner} is a guest here.`
  if (kind === 'deactivated') return `${owner} is not here any more: the account is deactivated.`
  return kind === 'bot' ? 'An app cannot answer for a customer.' : `${owner} is not from this company.`
}

/** Why somebody cannot choose, or cannot be chosen; with who can. */
export const decidingRefusals = {
  council_decides: ({ issue }) =>
    `The council is choosing where ${issue} ends, so it stays where it is until then. What they should know you can add as an update.`,
  decision_settled: ({ issue, owner, details }) => {
    if (details.again === 1) return `That choice about ${issue} is settled. The council's channel has a newer one.`
    return owner === undefined
      ? `Nothing is left to choose for ${issue}. /cx show tells you who answers for it.`
      : `${issue} is decided already: ${owner} answers for it. /cx show tells you how it came about.`
  },
  holds_it: ({ issue, owner, department }) =>
    `${department ?? 'Your department'} has ${issue} now, so its people leave the choice to others. ${owner === undefined ? 'Two other members of the council can choose, both for the same person' : `${owner} can choose`}; tell them in its thread what you know.`,
  named_away: ({ owner, other }) =>
    other === undefined
      ? `${owner ?? 'That person'} is away right now. Choose somebody who is here.`
      : `${owner ?? 'That person'} is away right now. ${other} is here and could answer other: choose ${other}, or somebody else.`,
  named_unfit: ({ owner, details }) =>
    `${unfit(owner ?? 'That person', details.kind)} Choose somebody who works for one of the departments.`,
  no_department_for: ({ owner }) =>
    `${owner ?? 'That person'} works for none of the council's departments, and an issue needs one that answers for it. Choose somebody who does.`,
} satisfies Partial<Readonly<Record<DomainErrorCode, (said: Said) => string>>>
