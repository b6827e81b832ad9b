import type { Council, PersonId } from '../../council.ts'
import { isChair } from '../../council.ts'
import type { Issue } from '../../issue/issue.ts'
import { colleaguesFor } from '../../journey-map.ts'
import type { Circumstances } from '../decision.ts'

/** Who may choose where an issue ends: each of these alone, or two of those for the same person. */
export type Deciders = { readonly alone: readonly PersonId[]; readonly together: readonly PersonId[] }

/** Everybody who sits on the council, chair and deputy first, each once. */
const membersOf = ({ chair, deputy, members }: Council): readonly PersonId[] => [
  ...new Set([chair, ...(deputy === undefined ? [] : [deputy]), ...members]),
]

/** Whether an issue is with somebody's own department now: they do not choose where it ends. */
export const isHeldBy = (
  council: Council,
  issue: Pick<Issue, 'owner' | 'department' | 'stage' | 'region'>,
  person: PersonId,
): boolean =>
  person === issue.owner || colleaguesFor(council, issue.department ?? '', issue.stage, issue.region).includes(person)

/**
 * The chair or deputy alone if their department does not hold it; else two members whose departments do not. A council
 * too small for that still ends it: one such member alone where there are no two, and the chair where there is none. Who
 * has left does not count.
 */
export const decidersOf = (issue: Issue, { council, people }: Pick<Circumstances, 'council' | 'people'>): Deciders => {
  const here = membersOf(council).filter((person) => (people.get(person)?.kind ?? 'member') === 'member')
  const together = here.filter((person) => !isHeldBy(council, issue, person))
  const chairs = together.filter((person) => isChair(council, person))
  if (chairs.length > 0) return { alone: chairs, together }
  if (together.length > 1) return { alone: [], together }
  if (together.length === 1) return { alone: together, together }
  const own = here.filter((person) => isChair(council, person))
  const last = own.length > 0 ? own : here
  return { alone: last, together: last }
}
