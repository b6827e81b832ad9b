import type { PersonId } from '../council.ts'
import { DomainError } from '../errors.ts'
import { type Absence, absenceAt, isReachable, type Person } from '../people.ts'
import { addLocalDays, type LocalDate, startOfLocalDay } from '../time/zoned-time.ts'
import { type Availability, withCovers } from './stand-in.ts'

export type AwayCommand = {
  /** The last day of the absence, in the person's own zone; none while the end is not known. */
  readonly lastDay?: LocalDate
  readonly cover?: PersonId
}

const requireCover = (person: Person, cover: PersonId, availability: Availability): void => {
  const field = { field: 'cover' }
  if (cover === person.id) throw new DomainError('cover_self', {}, field)
  if (availability.people.get(cover)?.kind !== 'member') throw new DomainError('cover_unknown', {}, field)
  if (withCovers(cover, availability).includes(person.id)) throw new DomainError('cover_loop', { owner: cover }, field)
  if (!isReachable(availability.people.get(cover), availability.now))
    throw new DomainError('cover_away', { owner: cover }, field)
}

/**
 * The absence that a person states, from now on; it goes on from one that runs already. Throws `absence_over` for a day
 * that has passed, `cover_self`, `cover_unknown` (no full member), `cover_loop` or `cover_away`.
 */
export const stateAbsence = (person: Person, { lastDay, cover }: AwayCommand, availability: Availability): Absence => {
  const { now } = availability
  const until = lastDay === undefined ? undefined : startOfLocalDay(person.timeZone, addLocalDays(lastDay, 1))
  if (until !== undefined && until <= now) throw new DomainError('absence_over', {}, { field: 'until' })
  if (cover !== undefined) requireCover(person, cover, availability)
  const running = absenceAt(person, now)
  return {
    since: running?.since ?? now,
    ...(until === undefined ? {} : { until }),
    ...(cover === undefined ? {} : { cover }),
  }
}
