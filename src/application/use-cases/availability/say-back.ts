import { absenceAt } from '#domain/people.ts'
import type { Act } from '../../act.ts'
import { requireMember, scopeOf } from '../../act.ts'
import type { Ports } from '../../ports.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'clock' | 'directory'>

/** What a person who is back is told: whether they had been away, and until when their Slack status still says so. */
export type BackAnswer = {
  readonly wasAway: boolean
  readonly statusUntil?: string
  readonly timeZone: string
  readonly now: string
}

/** A person says that they are here again: what they said of being away is forgotten. */
export const sayBack =
  (deps: Deps) =>
  async (act: Act): Promise<BackAnswer> => {
    const { id, timeZone } = await requireMember(deps.directory, act)
    return deps.unitOfWork(scopeOf(act), async (tx) => {
      const now = deps.clock.now()
      const person = (await tx.people.byIds([id])).get(id)
      const { absence, ...here } = person ?? { id, name: '', kind: 'member', admin: false, timeZone }
      const status = absenceAt(here, now)
      const wasAway = absence !== undefined && (absence.until === undefined || absence.until > now)
      if (absence !== undefined) await tx.people.back(id, now)
      return {
        wasAway,
        timeZone,
        now: now.toISOString(),
        ...(status?.until === undefined ? {} : { statusUntil: status.until.toISOString() }),
      }
    })
  }
