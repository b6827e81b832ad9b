import { stateAbsence } from '#domain/availability/absence.ts'
import { readDay } from '#domain/availability/read-day.ts'
import { willBeAsked } from '#domain/availability/take-over.ts'
import type { PersonId } from '#domain/council.ts'
import { DomainError } from '#domain/errors.ts'
import type { Person } from '#domain/people.ts'
import { localDate } from '#domain/time/zoned-time.ts'
import type { Act } from '../../act.ts'
import { requireMember, scopeOf } from '../../act.ts'
import { circumstancesOf } from '../../change-issue.ts'
import type { Ports } from '../../ports.ts'
import type { Tx } from '../../repositories.ts'
import { personCalled } from './person-called.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'read' | 'clock' | 'directory' | 'queries'>

/** As typed: the last day of the absence, and the cover by name, handle or mention. */
export type AwayInput = Act & { readonly until?: string; readonly cover?: string }

/** What follows from an absence, for the one who stated it. */
export type AwayAnswer = {
  /** The last instant, as ISO text; none while the end is not known. */
  readonly until?: string
  readonly timeZone: string
  readonly now: string
  readonly cover?: string
  /** How many open issues they answer for; counted up to a hundred. */
  readonly owned: number
  /** Who is asked, one after the other, to take those over; nobody when it is not for long. */
  readonly takeOver: readonly string[]
}

const counted = 100

/** A cover that cannot be told is refused as one. */
const asCover = { unknown: 'cover_unknown', many: 'cover_many' } as const

const dayMeant = (typed: string | undefined, { timeZone }: Person, now: Date) => {
  if (typed === undefined) return {}
  const lastDay = readDay(typed, localDate(timeZone, now))
  if (lastDay === undefined) throw new DomainError('date_unclear')
  return { lastDay }
}

/** What is known of a person and of whom they name, and of those who cover for them. */
const knownOf = async (tx: Tx, person: Person, cover: PersonId | undefined) => {
  const people = new Map(await tx.people.byIds(cover === undefined ? [person.id] : [person.id, cover]))
  return people.set(person.id, { ...person, ...people.get(person.id) })
}

/** Who is asked to take over the first of their issues: all of them follow the same absence. */
const takesOver = async (
  tx: Tx,
  person: Person,
  number: number | undefined,
  now: Date,
  others: readonly PersonId[],
): Promise<readonly string[]> => {
  if (number === undefined) return []
  const issue = await tx.issues.get(number)
  const circumstances = await circumstancesOf(tx, now, issue, others)
  const people = new Map(circumstances.people).set(person.id, person)
  const asked = willBeAsked(issue, { ...circumstances, people, now })
  return asked.map((one) => people.get(one)?.name ?? 'somebody else')
}

/**
 * A person says that they are away, until the end of a day or until they are back, and who covers for them. Throws
 * `date_unclear`, `absence_over`, and what is wrong with the cover; then nothing has changed.
 */
export const sayAway =
  (deps: Deps) =>
  async (input: AwayInput): Promise<AwayAnswer> => {
    const person = await requireMember(deps.directory, input)
    const cover = input.cover === undefined ? undefined : await personCalled(deps, input, input.cover, asCover)
    const owned = await deps.queries.ownedBy(input.workspaceId, person.id, 0, counted)
    return deps.unitOfWork(scopeOf(input), async (tx) => {
      const now = deps.clock.now()
      const people = await knownOf(tx, person, cover)
      const known = people.get(person.id) ?? person
      const day = dayMeant(input.until, person, now)
      const absence = stateAbsence(known, { ...day, ...(cover === undefined ? {} : { cover }) }, { people, now })
      await tx.people.away(person.id, absence)
      return {
        ...(absence.until === undefined ? {} : { until: absence.until.toISOString() }),
        timeZone: person.timeZone,
        now: now.toISOString(),
        ...(cover === undefined ? {} : { cover: people.get(cover)?.name ?? 'your cover' }),
        owned: owned.length,
        takeOver: await takesOver(tx, { ...known, absence }, owned[0]?.number, now, cover === undefined ? [] : [cover]),
      }
    })
  }
