import type { BriefEdit } from '#domain/decisions/moving/edit-brief.ts'
import { handOver as decideHandOver } from '#domain/decisions/moving/hand-over.ts'
import {
  acceptHandover as decideAccept,
  returnHandover as decideReturn,
} from '#domain/decisions/moving/settle-handover.ts'
import type { HandoverReason } from '#domain/issue/issue.ts'
import type { Act } from '../../act.ts'
import { requireMember, scopeOf } from '../../act.ts'
import { changeIssue, circumstancesOf, record, visibleIssue } from '../../change-issue.ts'
import type { Ports } from '../../ports.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'clock' | 'directory' | 'ids'>

export type HandOverInput = Act &
  BriefEdit & {
    readonly number: number
    readonly to: string
    readonly reason: HandoverReason
    readonly need: string
    readonly whatChanged?: string
  }

/** Answers what the guard made of it: the receiver was asked, or the council was told and nothing moved. */
export const handOver =
  (deps: Deps) =>
  async (input: HandOverInput): Promise<{ verdict: 'asked' | 'council' }> => {
    await requireMember(deps.directory, input)
    return deps.unitOfWork(scopeOf(input), async (tx) => {
      const council = await tx.councils.current()
      const issue = await visibleIssue(tx, council, input, input.number)
      const circumstances = await circumstancesOf(tx, deps.clock.now(), issue)
      const decision = decideHandOver(issue, { ...input, by: input.person, id: deps.ids.next() }, circumstances)
      await record(tx, circumstances, issue, decision)
      return {
        verdict: decision.events.some((event) => event.kind === 'decision_opened') ? 'council' : 'asked',
      }
    })
  }

/** The receiver accepts: accountability moves. */
export const acceptHandover = (deps: Deps) => (input: Act & { readonly number: number; readonly handover: string }) =>
  changeIssue(deps, input, (issue, circumstances) =>
    decideAccept(issue, { by: input.person, handover: input.handover }, circumstances),
  )

/** The receiver returns it with a reason: the sender stays accountable. */
export const returnHandover =
  (deps: Deps) => (input: Act & { readonly number: number; readonly handover: string; readonly reason: string }) =>
    changeIssue(deps, input, (issue, circumstances) =>
      decideReturn(issue, { ...input, by: input.person }, circumstances),
    )
