import type { Council, PersonId } from '#domain/council.ts'
import type { Calendar } from '#domain/time/calendar.ts'
import { isOpen, wall } from './wall.ts'

/** What the year knows of a person: where they are, and what they or Slack said of being away. */
export type Known = {
  zone: string
  gone: boolean
  /** What they said themselves; `until` is missing while the end is not known. */
  said?: { readonly until?: number; readonly cover?: PersonId }
  statusUntil?: number
}

/** Whom the council's channel stands for in the ledger. */
export const channel = 'council'

/** The hours of somebody's department, or of the one that names them in the map, or of the council. */
const calendarOf = (council: Council, person: PersonId): Calendar => {
  const own = council.departments.find((one) => one.lead === person || one.members.includes(person))
  const cell = council.journey
    .flatMap(({ owners }) => owners)
    .find(({ owner, backup }) => owner === person || backup === person)
  const naming = council.departments.find(({ key }) => key === cell?.department)
  return person === channel ? council.calendar : (own ?? naming ?? council).calendar
}

const isAway = ({ said, statusUntil }: Known, at: number): boolean =>
  (said !== undefined && (said.until === undefined || said.until > at)) ||
  (statusUntil !== undefined && statusUntil > at)

/** Who stands in for somebody: who covers for them, then while that one is away who covers for that one. */
const standsIn = (known: ReadonlyMap<PersonId, Known>, named: PersonId, person: PersonId, at: number): boolean => {
  const passed = new Set<PersonId>()
  for (let next: PersonId | undefined = named; next !== undefined && !passed.has(next); ) {
    passed.add(next)
    if (next === person) return true
    const said: Known['said'] = known.get(next)?.said
    next = said && (said.until === undefined || said.until > at) ? said.cover : undefined
  }
  return false
}

/** Everybody's hours and days, each in their own zone. */
export const createPeople = (council: () => Council, known: ReadonlyMap<PersonId, Known>) => {
  const hours = (person: PersonId) => {
    const calendar = calendarOf(council(), person)
    return { calendar, zone: known.get(person)?.zone ?? calendar.timeZone }
  }
  return {
    hours,
    inHours: (person: PersonId, at: number): boolean => {
      const { calendar, zone } = hours(person)
      return isOpen(calendar, zone, at)
    },
    isHere: (person: PersonId, at: number): boolean => {
      const one = known.get(person)
      return one === undefined || (!one.gone && !isAway(one, at))
    },
    standsIn: (named: PersonId, person: PersonId, at: number): boolean => standsIn(known, named, person, at),
    isGone: (person: PersonId): boolean => known.get(person)?.gone === true,
    day: (person: PersonId, at: number): string => wall(hours(person).zone, at).date,
  }
}

export type People = ReturnType<typeof createPeople>
