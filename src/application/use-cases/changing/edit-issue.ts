import { editIssue as decideEdit } from '#domain/decisions/changing/edit.ts'
import type { Severity } from '#domain/severity.ts'
import type { Act } from '../../act.ts'
import { changeWithCustomer } from '../../customers/change-with-customer.ts'
import type { CustomerChoice } from '../../customers/customer.ts'
import type { Ports } from '../../ports.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'clock' | 'directory'>

export type EditInput = Act & {
  readonly number: number
  readonly severity: Severity
  readonly customer?: string | CustomerChoice
  readonly stage?: string
}

/** *Edit*: customer, severity and stage as they should be. */
export const editIssue =
  (deps: Deps) =>
  (input: EditInput): Promise<{ number: number }> => {
    const { customer: _, ...rest } = input
    return changeWithCustomer(deps, input, (issue, whose, circumstances) =>
      decideEdit(issue, { ...rest, by: input.person, ...whose }, circumstances),
    )
  }
