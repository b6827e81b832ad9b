import type { Council, PersonId } from '#domain/council.ts'
import { departmentOf, peopleOf } from '#domain/council.ts'
import type { Person, PersonKind } from '#domain/people.ts'
import { broken, counted, type Finding, look, ok } from './finding.ts'

/** What Slack says of a person; undefined when there is no such person, `reason` when Slack did not say. */
export type PersonAnswer = { readonly person: Person | undefined } | { readonly reason: string }

/** What a person is in the council; the first is what counts most. `answers`: people wait for them by name. */
type Role = { readonly says: string; readonly answers: boolean }

const rolesOf = (council: Council, id: PersonId): readonly Role[] => {
  const { chair, deputy, sponsor, members, departments, journey } = council
  const cells = journey.flatMap((stage) =>
    stage.owners.map((cell) => ({ ...cell, at: `${departmentOf(council, cell.department)?.name} at ${stage.name}` })),
  )
  const roles: readonly (Role | false)[] = [
    id === chair && { says: 'chair', answers: true },
    ...departments.map((one) => one.lead === id && { says: `lead of ${one.name}`, answers: true }),
    ...cells.map((cell) => cell.owner === id && { says: `owner of ${cell.at}`, answers: true }),
    id === deputy && { says: 'deputy', answers: false },
    ...cells.map((cell) => cell.backup === id && { says: `backup of ${cell.at}`, answers: false }),
    ...departments.map((one) => one.onCall === id && { says: `on call for ${one.name}`, answers: false }),
    id === sponsor && { says: 'sponsor', answers: false },
    members.includes(id) && { says: 'member of the council', answers: false },
    ...departments.map((one) => one.members.includes(id) && { says: `member of ${one.name}`, answers: false }),
  ]
  return roles.filter((role) => role !== false)
}

const kinds: Readonly<Record<Exclude<PersonKind, 'member'>, string>> = {
  guest: 'is a guest, and guests may not act',
  stranger: 'belongs to another company, and may be the customer',
  bot: 'is a bot',
  deactivated: 'is deactivated',
}

const most = 3

const judge = (council: Council, id: PersonId, person: Person | undefined): Finding | undefined => {
  if (person?.kind === 'member') return undefined
  const roles = rolesOf(council, id)
  const more = roles.length > most ? `, and ${roles.length - most} more` : ''
  const role = `${roles
    .slice(0, most)
    .map(({ says }) => says)
    .join(', ')}${more}`
  const [name, what] = person ? [`${person.name} (${id})`, kinds[person.kind]] : [id, 'is not in this workspace']
  const worse = roles.some(({ answers }) => answers) ? broken : look
  return worse('people', `${name}, ${role}, ${what}.`, 'Name a full member in the council file and apply it.')
}

const unsaidFinding = (reasons: readonly string[], all: number): readonly Finding[] => {
  const [first] = reasons
  if (first === undefined) return []
  const some = `${reasons.length} of the ${counted(all, 'person', 'people')} of the council`
  const says = `Slack did not say who ${some} ${reasons.length === 1 ? 'is' : 'are'} (${first}).`
  return [look('people', says, 'Try again in a minute.')]
}

const wellFinding = (well: number, all: number): readonly Finding[] => {
  if (well === 0) return []
  const who = `The ${well === all ? '' : 'other '}${counted(well, 'person', 'people')} that the council names`
  return [ok('people', `${who} ${well === 1 ? 'is a full member' : 'are full members'}.`)]
}

/** How the people stand that the council names. */
export const peopleFindings = (council: Council, answers: ReadonlyMap<PersonId, PersonAnswer>): readonly Finding[] => {
  const people = peopleOf(council).map((id) => [id, answers.get(id) ?? { reason: 'not asked' }] as const)
  const reasons = people.flatMap(([, answer]) => ('reason' in answer ? [answer.reason] : []))
  const misfits = people.flatMap(([id, answer]) =>
    'reason' in answer ? [] : (judge(council, id, answer.person) ?? []),
  )
  const well = people.length - reasons.length - misfits.length
  return [...misfits, ...unsaidFinding(reasons, people.length), ...wellFinding(well, people.length)]
}
