import type { PersonId } from '../council.ts'
import { absenceAt, isReachable, type Person } from '../people.ts'

/** The people there are, and the time. */
export type Availability = { readonly people: ReadonlyMap<PersonId, Person>; readonly now: Date }

/**
 * A person, then while they are away the one who covers for them, then while that one is away theirs; each once, so that
 * covers who name each other end.
 */
export const withCovers = (person: PersonId, { people, now }: Availability): readonly PersonId[] => {
  const found = new Set<PersonId>()
  let next: PersonId | undefined = person
  while (next !== undefined && !found.has(next)) {
    found.add(next)
    const known: Person | undefined = people.get(next)
    next = known && absenceAt(known, now)?.cover
  }
  return [...found]
}

/** Who can be asked in a person's place now: they themselves, else the first of their covers who is here and fits. */
export const standIn = (
  person: PersonId,
  availability: Availability,
  fits: (person: PersonId) => boolean = () => true,
): PersonId | undefined =>
  withCovers(person, availability).find(
    (one) => isReachable(availability.people.get(one), availability.now) && fits(one),
  )
