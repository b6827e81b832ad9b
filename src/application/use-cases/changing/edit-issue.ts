import { editIssue as decideEdit } from '#domain/decisions/changing/edit.ts'
import type { Severity } from '#domain/severity.ts'
import type { Act } from '../../act.ts'
import { requireMember, scopeOf } from '../../act.ts'
import { circumstancesOf, record, visibleIssue } from '../../change-issue.ts'
import type { CustomerChoice } from '../../customers/customer.ts'
import { customerFor } from '../../customers/customer-for.ts'
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
  async ({ customer, ...input }: EditInput): Promise<{ number: number }> => {
    await requireMember(deps.directory, input)
    return deps.unitOfWork(scopeOf(input), async (tx) => {
      const council = await tx.councils.current()
      const issue = await visibleIssue(tx, council, input, input.number)
      const circumstances = await circumstancesOf(tx, deps.clock.now(), issue)
      const whose = await customerFor(tx, council, input.person, customer)
      const command = { ...input, by: input.person, ...whose }
      await record(tx, circumstances, issue, decideEdit(issue, command, circumstances))
      return { number: input.number }
    })
  }
