import type { DomainErrorCode, ErrorDetails } from '#domain/errors.ts'

type Said = {
  readonly issue: string
  readonly owner: string | undefined
  readonly department: string | undefined
  readonly details: ErrorDetails
}

/** Why somebody cannot be away like that, cover, or take over; with what to write instead. */
export const absenceRefusals = {
  absence_over: () =>
    'That day has passed. Write a later one, like /cx away until Friday, until 3 December or until 2026-12-03.',
  already_given: ({ issue, owner, details }) => {
    if (details.number === undefined) return 'That place in the map names somebody else already. Nothing is left to do.'
    return owner === undefined
      ? `${issue} is in other hands already.`
      : `${issue} is in other hands already: ${owner} answers for it.`
  },
  cover_away: ({ owner }) =>
    `${owner ?? 'Your cover'} is away too. Choose somebody who is here, or leave the cover out: then your backup is asked. Nothing was changed.`,
  cover_loop: ({ owner }) =>
    `${owner ?? 'Your cover'} is away and counts on you to cover. Choose somebody who is here. Nothing was changed.`,
  cover_many: () =>
    'Several people go by that name. Write it with their Slack handle, like /cx away until Friday cover @lou. Nothing was changed.',
  cover_self: () => 'You cannot cover for yourself. Name a colleague, or leave the cover out. Nothing was changed.',
  cover_unknown: () =>
    'I do not know a full member of that name. Write their Slack handle, like /cx away until Friday cover @lou. Nothing was changed.',
  date_unclear: () =>
    'I do not understand that day. Write it like /cx away until Friday, until 3 December, until 3.12. or until 2026-12-03. Nothing was changed.',
  no_colleague: ({ department }) =>
    `Nobody else of ${department ?? 'this department'} can take it right now. Choose somebody who is here, or hand it over to another department.`,
  owner_already: ({ owner, issue }) =>
    `${owner ?? 'That person'} answers for ${issue} already. Choose another colleague.`,
  person_away: ({ owner }) => `${owner ?? 'That person'} is away right now. Choose a colleague who is here.`,
} satisfies Partial<Readonly<Record<DomainErrorCode, (said: Said) => string>>>
