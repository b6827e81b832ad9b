import { claimIssue as decideClaim, releaseClaim as decideRelease } from '#domain/decisions/asking/claim.ts'
import type { ClaimedVia } from '#domain/issue/events.ts'
import type { Act } from '../../act.ts'
import { changeIssue } from '../../change-issue.ts'
import type { Ports } from '../../ports.ts'
import { UnknownCard } from '../../unknown-card.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'read' | 'clock' | 'directory'>

/** Accepts accountability for an issue; the first claim wins and the others are told who. */
export const claimIssue = (deps: Deps) => (input: Act & { readonly number: number; readonly via: ClaimedVia }) =>
  changeIssue(deps, input, (issue, circumstances) =>
    decideClaim(issue, { by: input.person, via: input.via }, circumstances),
  )

/** Claims by a reaction on a live card. Throws `UnknownCard` while no card is known to stand there: it may be too new. */
export const claimByReaction = (deps: Deps) => {
  const claim = claimIssue(deps)
  return async (input: Act & { readonly channel: string; readonly ts: string }): Promise<{ number: number }> => {
    const number = await deps.read(input.workspaceId, (tx) => tx.posts.issueAt(input.channel, input.ts))
    if (number === undefined) throw new UnknownCard(input.channel, input.ts)
    return claim({ ...input, number, via: 'reaction' })
  }
}

/** Takes a fresh claim back within ten minutes. */
export const releaseClaim = (deps: Deps) => (input: Act & { readonly number: number }) =>
  changeIssue(deps, input, (issue, circumstances) => decideRelease(issue, input.person, circumstances))
