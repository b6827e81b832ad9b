import type { PersonId } from '#domain/council.ts'
import { type AskCommand, askConsult as decideAsk } from '#domain/decisions/consulting/ask.ts'
import type { Circumstances } from '#domain/decisions/decision.ts'
import { DomainError } from '#domain/errors.ts'
import type { Issue } from '#domain/issue/issue.ts'
import type { Person } from '#domain/people.ts'
import type { Act } from '../../../act.ts'
import { requireMember, scopeOf } from '../../../act.ts'
import { circumstancesOf, record, visibleIssue } from '../../../change-issue.ts'
import type { Ports } from '../../../ports.ts'
import type { Tx } from '../../../repositories.ts'
import { personCalled } from '../../availability/person-called.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'read' | 'clock' | 'directory' | 'ids'>

export type AskInput = Act & { readonly number: number } & Omit<AskCommand, 'by' | 'id'>

/** Whom Slack knows by that id. Throws `person_unknown` when it does not say in time. */
const personAsked = async ({ directory }: Deps, { workspaceId, whom }: AskInput): Promise<Person | undefined> => {
  if (whom === undefined) return undefined
  const person = await directory.person(workspaceId, whom)
  if (!person) throw new DomainError('person_unknown', {}, { field: 'person' })
  return person
}

/** What a decision looks at, with somebody whom the council need not name. */
const around = async (tx: Tx, now: Date, issue: Issue, asked: Person | undefined): Promise<Circumstances> => {
  const circumstances = await circumstancesOf(tx, now, issue, asked === undefined ? [] : [asked.id])
  if (asked === undefined) return circumstances
  const people = new Map(circumstances.people)
  return { ...circumstances, people: people.set(asked.id, { ...asked, ...people.get(asked.id) }) }
}

/** *Consult*, *Ask for hands*: somebody is asked, and accountability stays where it is. */
export const askConsult =
  (deps: Deps) =>
  async (input: AskInput): Promise<{ number: number; asked: PersonId }> => {
    await requireMember(deps.directory, input)
    const asked = await personAsked(deps, input)
    return deps.unitOfWork(scopeOf(input), async (tx) => {
      const issue = await visibleIssue(tx, await tx.councils.current(), input, input.number)
      const circumstances = await around(tx, deps.clock.now(), issue, asked)
      const decision = decideAsk(issue, { ...input, by: input.person, id: deps.ids.next() }, circumstances)
      await record(tx, circumstances, issue, decision)
      return { number: input.number, asked: decision.issue.consults.at(-1)?.asked ?? '' }
    })
  }

const asConsulted = { unknown: 'consult_unknown', many: 'consult_many' } as const

/** The same, of somebody who was named in words. Throws `consult_unknown` or `consult_many` when nobody can be told by it. */
export const askByName = (deps: Deps) => {
  const ask = askConsult(deps)
  return async ({ named, ...input }: Omit<AskInput, 'whom' | 'department'> & { readonly named: string }) => {
    await requireMember(deps.directory, input)
    return ask({ ...input, whom: await personCalled(deps, input, named, asConsulted) })
  }
}
