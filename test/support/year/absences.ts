import type { PersonId } from '#domain/council.ts'
import { DomainError } from '#domain/errors.ts'
import { workspaceId } from '../product.ts'
import type { Chance } from './chance.ts'
import type { Known } from './oracle/people.ts'
import { firstFrom, wall } from './oracle/wall.ts'
import type { Stage } from './stage.ts'
import { destinations } from './town.ts'

const hour = 3_600_000

/** Those whom nobody could replace stay the whole year. */
const stays = ['U0CHLOE', 'U0OMAR', 'U0JONAS', 'U0LOU', 'U0FELIX', 'U0RAVI']

/** People who go away and come back, whose Slack status says so, who travel, and who leave for good. */
export const createAbsences = (
  { people, replicas, setPerson, time }: Stage,
  chance: Chance,
  known: Map<PersonId, Known>,
  travelled: (person: PersonId) => void,
) => {
  const is = (id: PersonId, what: Partial<Known>): void => {
    const { said, statusUntil, ...one } = known.get(id) ?? { zone: 'UTC', gone: false }
    known.set(id, { ...one, ...(said ? { said } : {}), ...(statusUntil === undefined ? {} : { statusUntil }), ...what })
  }
  const use = () => replicas[chance.below(replicas.length)]?.use

  const away = async (person: PersonId): Promise<void> => {
    const { zone = 'UTC' } = known.get(person) ?? {}
    const open = chance.happens(0.3)
    const lastDay = wall(zone, time.now + chance.below(12) * 24 * hour).date
    const until = firstFrom(time.now, (at) => wall(zone, at).date > lastDay)
    const cover = chance.happens(0.5) ? chance.pick([...people.keys()]) : undefined
    const input = {
      workspaceId,
      person,
      ...(open ? {} : { until: lastDay }),
      ...(cover ? { cover: `<@${cover}>` } : {}),
    }
    await use()?.sayAway(input)
    is(person, { said: { ...(open ? {} : { until }), ...(cover ? { cover } : {}) } })
  }

  const back = async (person: PersonId): Promise<void> => {
    await use()?.sayBack({ workspaceId, person })
    const { said: _, ...here } = known.get(person) ?? { zone: 'UTC', gone: false }
    known.set(person, here)
  }

  const one = async (person: PersonId): Promise<void> => {
    const profile = people.get(person)
    const of = known.get(person)
    if (!profile || !of || of.gone) return
    if (of.said && chance.happens(0.7)) return back(person)
    const what = chance.weighted([
      [6, 'away'],
      [3, 'status'],
      [1, 'travel'],
      [stays.includes(person) ? 0 : 0.2, 'leave'],
    ] as const)
    if (what === 'away') return away(person)
    if (what === 'status') {
      const until = time.now + (1 + chance.below(60)) * hour
      await setPerson({ ...profile, awayUntil: new Date(until) })
      is(person, { statusUntil: until })
    } else if (what === 'travel') {
      const zone = chance.pick(destinations) ?? 'UTC'
      await setPerson({ ...profile, timeZone: zone })
      is(person, { zone })
      travelled(person)
    } else {
      await setPerson({ ...profile, kind: 'deactivated' })
      is(person, { gone: true })
    }
  }

  return {
    /** Something changes for somebody. */
    change: async (): Promise<void> => {
      try {
        const away = [...known].filter(([, { said }]) => said !== undefined).map(([id]) => id)
        const isBack = away.length > 2 || (away.length > 0 && chance.happens(0.4))
        await (isBack ? back(chance.pick(away) ?? '') : one(chance.pick([...people.keys()]) ?? ''))
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
      }
    },
  }
}
