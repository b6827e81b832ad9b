import { holdIssue as decideHold, liftHold as decideLift, type HoldCommand } from '#domain/decisions/privacy/hold.ts'
import type { Act } from '../../act.ts'
import { requireMember, scopeOf } from '../../act.ts'
import { circumstancesOf, record, visibleIssue } from '../../change-issue.ts'
import type { Ports, WorkspaceId } from '../../ports.ts'
import type { Tx } from '../../repositories.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'clock' | 'directory'>

/** `hold` keeps the words of an issue; `lift` lets them be erased again. */
export type HoldAct = 'hold' | 'lift'

export type HoldInput = { readonly number: number; readonly act: HoldAct; readonly why: string }

export type Holding = { number: number; changed: boolean }

const decisions = { hold: decideHold, lift: decideLift } as const

const carryOut = async (tx: Tx, now: Date, { number, act }: HoldInput, command: HoldCommand): Promise<Holding> => {
  const issue = await tx.issues.get(number)
  const circumstances = await circumstancesOf(tx, now, issue)
  const decision = decisions[act](issue, command, circumstances)
  await record(tx, circumstances, issue, decision)
  const [event] = decision.events
  if (event?.kind === 'held' || event?.kind === 'hold_lifted')
    await tx.privacy.noteSetup({
      kind: event.kind,
      issue: number,
      at: event.at,
      ...(event.actor === undefined ? {} : { actor: event.actor }),
    })
  return { number, changed: event !== undefined }
}

/**
 * A workspace admin, the chair or the deputy puts an issue on hold or lifts the hold; answers whether that changed
 * anything. Throws `issue_unknown`, also for one they may not see, `not_allowed`, `explanation_missing` or `text_too_long`.
 */
export const holdIssue =
  (deps: Deps) =>
  async (input: Act & HoldInput): Promise<Holding> => {
    const { id, admin } = await requireMember(deps.directory, input)
    return deps.unitOfWork(scopeOf(input), async (tx) => {
      await visibleIssue(tx, await tx.councils.current(), input, input.number)
      return carryOut(tx, deps.clock.now(), input, { by: { id, admin }, why: input.why })
    })
  }

/** The same for whoever runs the bot. */
export const holdFromOutside =
  (deps: Pick<Deps, 'unitOfWork' | 'clock'>) =>
  (workspaceId: WorkspaceId, input: HoldInput): Promise<Holding> =>
    deps.unitOfWork({ workspaceId }, (tx) => carryOut(tx, deps.clock.now(), input, { why: input.why }))
