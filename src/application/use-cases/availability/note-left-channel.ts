import { departmentsNaming } from '#domain/availability/left-behind.ts'
import type { Act } from '../../act.ts'
import { scopeOf } from '../../act.ts'
import type { Ports } from '../../ports.ts'
import { openDeparture } from './departures.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'clock' | 'ids'>

/**
 * Somebody left a channel. Where it is a department's that names them, or for which they answer for an issue, lead and
 * chair are told; the council stays as it is. Nothing for other channels.
 */
export const noteLeftChannel =
  (deps: Deps) =>
  async (input: Act & { readonly channel: string }): Promise<undefined> =>
    deps.unitOfWork(scopeOf(input), async (tx) => {
      const council = await tx.councils.find()
      const here = council?.departments.filter(({ channel }) => channel === input.channel) ?? []
      if (!council || here.length === 0) return undefined
      const theirs = [...departmentsNaming(council, input.person), ...(await tx.departures.departmentsOf(input.person))]
      const at = deps.clock.now()
      let told = false
      for (const { key } of here.filter((department) => theirs.includes(department.key))) {
        const left = { person: input.person, department: key, why: 'left_channel' } as const
        told = (await openDeparture(tx, council, left, { id: deps.ids.next(), at })) || told
      }
      if (told) await tx.people.lookAfter(input.person, at)
      return undefined
    })
