import { addDetails as decideDetails } from '#domain/decisions/flagging/add-details.ts'
import { shareWords as decideShare } from '#domain/decisions/flagging/follow.ts'
import { withdrawFlag as decideWithdraw } from '#domain/decisions/flagging/withdraw.ts'
import type { Severity } from '#domain/severity.ts'
import type { Act } from '../../act.ts'
import { changeIssue } from '../../change-issue.ts'
import { changeWithCustomer } from '../../customers/change-with-customer.ts'
import type { CustomerChoice } from '../../customers/customer.ts'
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
  (input: DetailsInput): Promise<{ number: number }> => {
    const { customer: _, ...rest } = input
    return changeWithCustomer(deps, input, (issue, whose, circumstances) =>
      decideDetails(issue, { ...rest, by: input.person, ...whose }, circumstances),
    )
  }

/** The flagger shows the words of a private place on the card. */
export const shareWords = (deps: Deps) => (input: Act & { readonly number: number }) =>
  changeIssue(deps, input, (issue, circumstances) => decideShare(issue, input.person, circumstances))

/** The flagger takes a flag back before anybody claimed it. */
export const withdrawFlag = (deps: Deps) => (input: Act & { readonly number: number }) =>
  changeIssue(deps, input, (issue, circumstances) => decideWithdraw(issue, input.person, circumstances))
