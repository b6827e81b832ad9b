import { addDetails as decideDetails } from '#domain/decisions/flagging/add-details.ts'
import { shareWords as decideShare } from '#domain/decisions/flagging/follow.ts'
import { withdrawFlag as decideWithdraw } from '#domain/decisions/flagging/withdraw.ts'
import type { Severity } from '#domain/severity.ts'
import type { Act } from '../../act.ts'
import { requireMember, scopeOf } from '../../act.ts'
import { changeIssue, circumstancesOf, record, visibleIssue } from '../../change-issue.ts'
import type { CustomerChoice } from '../../customers/customer.ts'
import { customerFor } from '../../customers/customer-for.ts'
import type { Ports } from '../../ports.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'clock' | 'directory'>

export type DetailsInput = Act & {
  readonly number: number
  readonly severity: Severity
  readonly customer?: string | CustomerChoice
  readonly stage?: string
  readonly department?: string
}

/** Adds customer, severity, stage and department to a flag that asked for nothing. */
export const addDetails =
  (deps: Deps) =>
  async ({ customer, ...input }: DetailsInput): Promise<{ number: number }> => {
    await requireMember(deps.directory, input)
    return deps.unitOfWork(scopeOf(input), async (tx) => {
      const council = await tx.councils.current()
      const issue = await visibleIssue(tx, council, input, input.number)
      const circumstances = await circumstancesOf(tx, deps.clock.now(), issue)
      const whose = await customerFor(tx, council, input.person, customer)
      const details = { ...input, by: input.person, ...whose }
      await record(tx, circumstances, issue, decideDetails(issue, details, circumstances))
      return { number: input.number }
    })
  }

/** The flagger shows the words of a private place on the card. */
export const shareWords = (deps: Deps) => (input: Act & { readonly number: number }) =>
  changeIssue(deps, input, (issue, circumstances) => decideShare(issue, input.person, circumstances))

/** The flagger takes a flag back before anybody claimed it. */
export const withdrawFlag = (deps: Deps) => (input: Act & { readonly number: number }) =>
  changeIssue(deps, input, (issue, circumstances) => decideWithdraw(issue, input.person, circumstances))
