import type { Council, PersonId } from '#domain/council.ts'
import type { People } from './people.ts'
import { firstFrom, isOpen, wall } from './wall.ts'

/** Whether one more message may go to somebody now, by what they had today; otherwise from when on. */
export type Room = { readonly now: boolean; readonly from: number }

/** The first instant from `at` on in somebody's hours. */
export const nextOpening = (people: People, person: PersonId, at: number): number => {
  const { calendar, zone } = people.hours(person)
  return firstFrom(at, (instant) => isOpen(calendar, zone, instant))
}

/** When a share of somebody's day of today begins: of their hours, or of the whole day where they have none. */
const shareBegins = (people: People, person: PersonId, at: number, share: number): number => {
  const { calendar, zone } = people.hours(person)
  const { date } = wall(zone, at)
  const midnight = firstFrom(at - 26 * 3_600_000, (instant) => wall(zone, instant).date === date)
  const nextMidnight = firstFrom(at, (instant) => wall(zone, instant).date !== date)
  const open = (instant: number) => calendar.hours !== 'always' && isOpen(calendar, zone, instant)
  const opens = firstFrom(midnight, (instant) => instant >= nextMidnight || open(instant))
  if (opens >= nextMidnight) return midnight + share * (nextMidnight - midnight)
  const closes = firstFrom(opens, (instant) => !open(instant))
  return opens + share * (closes - opens)
}

/** The most messages of a day that are not urgent: the last one is kept. */
export const mostRegular = ({ rules }: Council): number => Math.max(1, rules.remindersPerDay - 1)

/** What the budget leaves of somebody's day after `had` messages. */
export const roomFor = (
  council: Council,
  people: People,
  person: PersonId,
  { had, urgent, at }: { readonly had: number; readonly urgent: boolean; readonly at: number },
): Room => {
  const { zone } = people.hours(person)
  const most = urgent ? council.rules.remindersPerDay : mostRegular(council)
  if (had >= most) {
    const { date } = wall(zone, at)
    const tomorrow = firstFrom(at, (instant) => wall(zone, instant).date !== date)
    return { now: false, from: nextOpening(people, person, tomorrow) }
  }
  if (urgent || had === 0) return { now: true, from: at }
  const from = shareBegins(people, person, at, had / most)
  return from <= at ? { now: true, from: at } : { now: false, from: nextOpening(people, person, from) }
}
