import type { CloseCommand } from '#domain/decisions/closing/close-loop.ts'
import { closeLoop as decideClose } from '#domain/decisions/closing/close-loop.ts'
import type { ResolveCommand } from '#domain/decisions/closing/resolve.ts'
import { resolveIssue as decideResolve } from '#domain/decisions/closing/resolve.ts'
import type { Act } from '../../act.ts'
import { changeIssue } from '../../change-issue.ts'
import type { Ports } from '../../ports.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'clock' | 'directory'>

/** The problem is solved; what was done is recorded. */
export const resolveIssue = (deps: Deps) => (input: Act & { readonly number: number } & Omit<ResolveCommand, 'by'>) =>
  changeIssue(deps, input, (issue, circumstances) =>
    decideResolve(issue, { ...input, by: input.person }, circumstances),
  )

/** What the customer was told is recorded, which closes the issue. */
export const closeLoop = (deps: Deps) => (input: Act & { readonly number: number } & Omit<CloseCommand, 'by'>) =>
  changeIssue(deps, input, (issue, circumstances) => decideClose(issue, { ...input, by: input.person }, circumstances))
