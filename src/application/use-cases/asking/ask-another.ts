import type { NotOursCommand } from '#domain/decisions/asking/not-ours.ts'
import { declineIssue as decideDecline } from '#domain/decisions/asking/not-ours.ts'
import { routeIssue as decideRoute } from '#domain/decisions/asking/route.ts'
import type { Act } from '../../act.ts'
import { changeIssue } from '../../change-issue.ts'
import type { Ports } from '../../ports.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'clock' | 'directory'>

/** The asked department says *Not ours*: another is asked, or the chair decides. */
export const declineIssue = (deps: Deps) => (input: Act & { readonly number: number } & Omit<NotOursCommand, 'by'>) =>
  changeIssue(deps, input, (issue, circumstances) =>
    decideDecline(issue, { ...input, by: input.person }, circumstances),
  )

/** The chair or deputy says where an unrouted issue belongs. */
export const routeIssue = (deps: Deps) => (input: Act & { readonly number: number; readonly department: string }) =>
  changeIssue(deps, input, (issue, circumstances) => decideRoute(issue, { ...input, by: input.person }, circumstances))
