import type { PersonId } from '#domain/council.ts'
import { departmentOf } from '#domain/council.ts'
import type { Circumstances } from '#domain/decisions/decision.ts'
import { DomainError } from '#domain/errors.ts'
import type { Issue } from '#domain/issue/issue.ts'
import { placeAt } from '#domain/journey-map.ts'
import { isReachable } from '#domain/people.ts'
import type { Act } from '../../../act.ts'
import { circumstancesOf } from '../../../change-issue.ts'
import type { AskedBefore, Way, WayForm } from '../../../forms.ts'
import type { About } from '../../../messages/message.ts'
import type { Ports } from '../../../ports.ts'
import { openPassForm } from '../../availability/pass-issue.ts'
import { openForm } from '../../reading/view-issue.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'read' | 'clock' | 'directory' | 'ids'>

export type OpenWay = Act & {
  readonly number: number
  /** Left out: as it was asked before. */
  readonly way?: Way
  /** A consult that is over and asked about again, or an open one that another is to take the place of. */
  readonly again?: string
  readonly insteadOf?: string
}

/** The next one of a department who can be asked: nobody who is asked already. */
const another = (issue: Issue, department: string, but: PersonId, circumstances: Circumstances) => {
  const { council, people, now } = circumstances
  const team = departmentOf(council, department)
  if (!team) return undefined
  const chain = placeAt(council, department, issue.stage, issue.region).chain.filter(({ role }) => role !== 'chair')
  return [...chain.map(({ person }) => person), ...team.members].find(
    (person) =>
      person !== but &&
      person !== issue.owner &&
      isReachable(people.get(person), now) &&
      issue.consults.every(({ asked }) => asked !== person),
  )
}

type Before = Pick<OpenWay, 'way' | 'again' | 'insteadOf'>

/** What the form begins with, from what was asked before. */
const begin = (about: About, { way, again, insteadOf }: Before, circumstances: Circumstances) => {
  const { issue, timeline } = about.story
  const id = insteadOf ?? again
  const asked = timeline.findLast((entry) => entry.kind === 'consult_asked' && entry.id === id)
  if (asked?.kind !== 'consult_asked') return { way: way ?? 'consult' }
  const chosen: Way = way ?? (asked.of === 'hands' ? 'hands' : 'consult')
  if (insteadOf === undefined && chosen === 'consult') return { way: chosen, before: { person: asked.asked } }
  const person = another(issue, asked.department, asked.asked, circumstances)
  const before: AskedBefore = {
    text: asked.words?.text ?? '',
    ...(insteadOf === undefined ? {} : { insteadOf }),
    ...(person === undefined ? {} : { person }),
  }
  return { way: chosen, before }
}

/** What would refuse the way before anything is typed; undefined when nothing does. */
const refusalOf = async (open: () => Promise<unknown>): Promise<DomainError | undefined> => {
  try {
    await open()
    return undefined
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
}

/**
 * The form of *Hand over or consult* with the fields of one of its ways. Where an issue may be consulted about, but not go
 * that way now, it says why instead. Throws what `openForm` throws.
 */
export const openWay = (deps: Deps) => {
  const open = openForm(deps)
  const openPass = openPassForm(deps)
  return async ({ way, again, insteadOf, ...input }: OpenWay): Promise<WayForm> => {
    const about = await open({ ...input, purpose: 'consult' })
    if (way === 'hand_over') {
      const refused = await refusalOf(() => open({ ...input, purpose: 'hand_over' }))
      return { ...about, way, ...(refused === undefined ? {} : { refused }) }
    }
    if (way === 'pass') {
      let colleagues: WayForm['colleagues']
      const refused = await refusalOf(async () => {
        ;({ colleagues } = await openPass(input))
      })
      return { ...about, way, ...(refused === undefined ? { colleagues: colleagues ?? [] } : { refused }) }
    }
    const circumstances = await deps.read(input.workspaceId, (tx) =>
      circumstancesOf(tx, deps.clock.now(), about.story.issue),
    )
    return {
      ...about,
      ...begin(about, { ...(way && { way }), ...(again && { again }), ...(insteadOf && { insteadOf }) }, circumstances),
    }
  }
}
