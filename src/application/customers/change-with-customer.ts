import type { Circumstances, Decision } from '#domain/decisions/decision.ts'
import type { Issue } from '#domain/issue/issue.ts'
import type { Act } from '../act.ts'
import { requireMember, scopeOf } from '../act.ts'
import { circumstancesOf, record, visibleIssue } from '../change-issue.ts'
import type { Ports } from '../ports.ts'
import type { CustomerChoice } from './customer.ts'
import { customerFor } from './customer-for.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'clock' | 'directory'>

type Input = Act & { readonly number: number; readonly customer?: string | CustomerChoice }

type Whose = Awaited<ReturnType<typeof customerFor>>

/** The shape of a command on one issue whose form names a customer: found, or made, in the same work. */
export const changeWithCustomer = async (
  deps: Deps,
  input: Input,
  decide: (issue: Issue, whose: Whose, circumstances: Circumstances) => Decision,
): Promise<{ number: number }> => {
  await requireMember(deps.directory, input)
  return deps.unitOfWork(scopeOf(input), async (tx) => {
    const council = await tx.councils.current()
    const issue = await visibleIssue(tx, council, input, input.number)
    const circumstances = await circumstancesOf(tx, deps.clock.now(), issue)
    const whose = await customerFor(tx, council, input.person, input.customer)
    await record(tx, circumstances, issue, decide(issue, whose, circumstances))
    return { number: input.number }
  })
}
