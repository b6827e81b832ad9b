import type { PersonId } from '#domain/council.ts'
import { sayCannot } from '#domain/decisions/deciding/cannot.ts'
import { speakOn } from '#domain/decisions/deciding/speak.ts'
import { voteFor } from '#domain/decisions/deciding/vote.ts'
import type { Act } from '../../../act.ts'
import { requireMember, scopeOf } from '../../../act.ts'
import { changeIssue, circumstancesOf, record, visibleIssue } from '../../../change-issue.ts'
import type { Ports } from '../../../ports.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'clock' | 'directory' | 'ids'>

export type VoteInput = Act & {
  readonly number: number
  readonly decision: string
  readonly named: PersonId
  readonly reason?: string
}

/** Somebody of the council says who should answer; with that it may be decided, and the one who was named has it at once. */
export const voteOnIssue =
  (deps: Deps) =>
  async (input: VoteInput): Promise<{ number: number }> => {
    await requireMember(deps.directory, input)
    const met = await deps.directory.person(input.workspaceId, input.named)
    return deps.unitOfWork(scopeOf(input), async (tx) => {
      const council = await tx.councils.current()
      const issue = await visibleIssue(tx, council, input, input.number)
      const around = await circumstancesOf(tx, deps.clock.now(), issue, [input.named])
      const people = met && !around.people.has(met.id) ? new Map([...around.people, [met.id, met]]) : around.people
      const circumstances = { ...around, people }
      const { decision, named: person, reason } = input
      const vote = { by: input.person, decision, person, ...(reason === undefined ? {} : { reason }) }
      await record(tx, circumstances, issue, voteFor(issue, vote, circumstances))
      return { number: issue.number }
    })
  }

/** The lead of the department where it was to go says what the council should know. */
export const speakOnDecision =
  (deps: Deps) => (input: Act & { readonly number: number; readonly decision: string; readonly said: string }) =>
    changeIssue(deps, input, (issue, circumstances) =>
      speakOn(issue, { by: input.person, decision: input.decision, said: input.said }, circumstances),
    )

/** Who was named cannot take it: the council chooses again, and they answer until it has. */
export const cannotTakeIt = (deps: Deps) => (input: Act & { readonly number: number; readonly reason: string }) =>
  changeIssue(deps, input, (issue, circumstances) =>
    sayCannot(issue, { by: input.person, id: deps.ids.next(), reason: input.reason }, circumstances),
  )
